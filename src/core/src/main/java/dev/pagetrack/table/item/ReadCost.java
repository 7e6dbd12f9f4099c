package dev.pagetrack.table.item;

/**
 * What reading took.
 *
 * @param requests how many requests were answered
 * @param units the read units that DynamoDB says they consumed
 */
public record ReadCost(long requests, double units) {}
