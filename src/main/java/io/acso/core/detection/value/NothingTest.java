package io.acso.core.detection.value;

/** Sigma's {@code null}: the field is absent or null. */
public record NothingTest() implements ValueTest {

    @Override
    public boolean test(Value value) {
        return false;
    }

    @Override
    public boolean testNothing() {
        return true;
    }
}
