package io.acso.platform.durability;

/** The address of a record: a partition, and a sort key within it. Reads within a partition come in sort order. */
public record Key(String partition, String sort) {

    public Key {
        if (partition.isEmpty() || sort.isEmpty()) {
            throw new IllegalArgumentException("a key needs a partition and a sort key");
        }
    }
}
