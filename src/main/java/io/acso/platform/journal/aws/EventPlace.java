package io.acso.platform.journal.aws;

import java.math.BigInteger;

/** Where an event is kept: the {@code number}-th of a record, counting from 0. */
record EventPlace(String shard, BigInteger sequence, int number) {

    String text() {
        return shard + "/" + sequence + "/" + number;
    }

    static EventPlace parse(String text) {
        String[] parts = text.split("/", -1);
        return new EventPlace(parts[0], new BigInteger(parts[1]), Integer.parseInt(parts[2]));
    }
}
