package io.acso.core.detection;

/** A field that rules ask for, numbered within its rule set. */
record Field(int index, String name) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Field that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
