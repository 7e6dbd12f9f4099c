package dev.pagetrack.table;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Adds up what queries take, by any number of threads. */
final class ReadMeter {

    private final LongAdder requests = new LongAdder();
    private final DoubleAdder units = new DoubleAdder();

    /** Counts an answer; the read units it took. */
    double add(QueryResponse answer) {
        double consumed = answer.consumedCapacity().capacityUnits();
        requests.increment();
        units.add(consumed);
        return consumed;
    }

    ReadCost cost() {
        return new ReadCost(requests.sum(), units.sum());
    }
}
