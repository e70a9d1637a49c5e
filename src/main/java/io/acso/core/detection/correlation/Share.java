package io.acso.core.detection.correlation;

import java.util.Arrays;

/**
 * How often one value occurs among all, in percent: satisfied when any value's share fits. The number is the smallest
 * share that does.
 */
public record Share(Threshold threshold) implements Judge {

    private static final double HUNDRED = 100;

    @Override
    public Keeps keeps() {
        return Keeps.HASH;
    }

    /** A share falls as other values come. */
    @Override
    public boolean rising() {
        return false;
    }

    @Override
    public double measure(Window window) {
        long[] values = window.payloads();
        Arrays.sort(values);
        double smallest = NO;
        int from = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[from]) {
                double share = HUNDRED * (i - from) / values.length;
                if (threshold.holds(share) && !(smallest <= share)) {
                    smallest = share;
                }
                from = i;
            }
        }
        return smallest;
    }
}
