package io.acso.core.detection.correlation;

/** So many events. */
public record EventCount(Threshold threshold) implements Judge {

    @Override
    public Keeps keeps() {
        return Keeps.RULES;
    }

    @Override
    public boolean rising() {
        return threshold.rising();
    }

    @Override
    public double measure(Window window) {
        return threshold.holds(window.size()) ? window.size() : NO;
    }
}
