package io.acso.core.detection.correlation;

import java.util.Arrays;

/** So many different values. */
public record ValueCount(Threshold threshold) implements Judge {

    @Override
    public Keeps keeps() {
        return Keeps.HASH;
    }

    @Override
    public boolean rising() {
        return threshold.rising();
    }

    @Override
    public double measure(Window window) {
        if (window.size() < threshold.least()) {
            return NO;
        }
        long[] values = window.payloads();
        Arrays.sort(values);
        int distinct = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                distinct++;
            }
        }
        return threshold.holds(distinct) ? distinct : NO;
    }
}
