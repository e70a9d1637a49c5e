package io.acso.core.detection.correlation;

import java.util.Arrays;

/**
 * A number made of the values.
 *
 * @param percentile for {@link Function#PERCENTILE}, from 0 to 100; the nearest rank, so a value that occurred
 */
public record Metric(Function function, double percentile, Threshold threshold) implements Judge {

    /** How the number is made. */
    public enum Function {
        SUM,
        AVERAGE,
        MEDIAN,
        PERCENTILE
    }

    private static final double HUNDRED = 100;

    @Override
    public Keeps keeps() {
        return Keeps.NUMBER;
    }

    /** A sum of what is not negative only grows; the others go up and down. */
    @Override
    public boolean rising() {
        return function == Function.SUM && threshold.rising();
    }

    @Override
    public double measure(Window window) {
        double[] values = Arrays.stream(window.payloads())
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        double number = switch (function) {
            case SUM -> sum(values);
            case AVERAGE -> sum(values) / values.length;
            case MEDIAN -> median(values);
            case PERCENTILE -> nearestRank(values);
        };
        return threshold.holds(number) ? number : NO;
    }

    /** In the order of size, so that the order of arrival does not show in the last digits. */
    private static double sum(double[] values) {
        Arrays.sort(values);
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private double nearestRank(double[] values) {
        Arrays.sort(values);
        int rank = (int) Math.ceil(percentile / HUNDRED * values.length);
        return values[Math.max(rank, 1) - 1];
    }
}
