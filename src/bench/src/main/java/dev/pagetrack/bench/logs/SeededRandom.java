package dev.pagetrack.bench.logs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random values that depend only on a seed, on every Java platform: the algorithm of {@link Random} is specified. */
final class SeededRandom {

    private final Random random;

    /**
     * A separate sequence for each purpose and file, so that the data does not depend on the order of threads.
     *
     * @param seed the seed of the whole data set
     * @param purpose a text that identifies the sequence
     */
    SeededRandom(long seed, String purpose) {
        this.random = new Random(seed * 1_000_003 + purpose.hashCode());
    }

    /** True with a probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 inclusive to 1 exclusive. */
    double fraction() {
        return random.nextDouble();
    }

    /** A number from 0 inclusive to a bound exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** An element of a list. */
    <T> T element(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * An index, by weights.
     *
     * @param weights cumulative weights, such as those of {@link #zipf}
     */
    int index(double[] weights) {
        int found = Arrays.binarySearch(weights, random.nextDouble() * weights[weights.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, weights.length - 1);
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Cumulative weights by Zipf's law: the n-th element is n<sup>exponent</sup> times as rare as the first. */
    static double[] zipf(int count, double exponent) {
        var sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 1, -exponent);
            sums[i] = sum;
        }
        return sums;
    }
}
