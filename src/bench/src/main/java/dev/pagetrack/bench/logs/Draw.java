package dev.pagetrack.bench.logs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Chances, the same for a seed on every Java platform: {@link Random}'s algorithm is a part of its contract. */
final class Draw {

    private final Random random;

    /**
     * A stream of its own for each purpose and part, so that the data does not depend on who draws first.
     *
     * @param seed of the whole data set
     * @param purpose what is drawn
     */
    Draw(long seed, String purpose) {
        this.random = new Random(seed * 1_000_003 + purpose.hashCode());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A place of a list of {@code weights.length}, its weights added up one after the other. */
    int place(double[] weights) {
        int found = Arrays.binarySearch(weights, random.nextDouble() * weights[weights.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, weights.length - 1);
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Weights by Zipf's law, added up: the n-th of a list is n times as rare as the first, with an exponent. */
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
