package dev.pagetrack.table.item;

/**
 * The cost of reads.
 *
 * @param requests the number of successful requests
 * @param units the read units that DynamoDB reported for them
 */
public record ReadCost(long requests, double units) {}
