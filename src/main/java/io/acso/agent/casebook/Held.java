package io.acso.agent.casebook;

import io.acso.platform.durability.Item;

/** A value and the record it was read from. */
public record Held<T>(T value, Item item) {

    /** The record with a new value, to be written if nobody else has meanwhile. */
    public Item replacedBy(T next) {
        return item.replacedBy(next);
    }
}
