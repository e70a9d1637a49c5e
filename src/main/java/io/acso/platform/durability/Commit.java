package io.acso.platform.durability;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to happen together, as data. At most {@value #MAX_OPERATIONS} operations, one for each key,
 * {@value #MAX_ITEM_BYTES} bytes an item and {@value #MAX_BYTES} in all; every adapter refuses more.
 */
public record Commit(List<Operation> operations) {

    public static final int MAX_OPERATIONS = 100;
    public static final int MAX_ITEM_BYTES = 350 * 1024;
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    public Commit {
        operations = List.copyOf(operations);
    }

    /** One part of a commit. */
    public sealed interface Operation {}

    /** Writes a record if its stored version is {@code expected}. */
    public record Put(Item item, Expect expected) implements Operation {}

    public record Delete(Key key, Expect expected) implements Operation {}

    /** Fails the commit unless the record is as expected; changes nothing. */
    public record Check(Key key, Expect expected) implements Operation {}

    public record Send(String queue, Message message) implements Operation {}

    /** Ends a delivery. Fails the commit when the lease was lost. */
    public record Acknowledge(Delivery delivery) implements Operation {}

    /**
     * Puts a dead letter back into its queue, as if it were sent now: its attempts begin anew and it comes last, in its
     * group too. Fails the commit when the queue has no such dead letter.
     */
    public record Redrive(String queue, String messageId) implements Operation {}

    /** Deletes a dead letter; copies of it stay unwelcome. Fails the commit when the queue has no such dead letter. */
    public record Purge(String queue, String messageId) implements Operation {}

    public record Schedule(Timer timer) implements Operation {}

    /** Cancelling a timer that is not there is no error. */
    public record Cancel(String timerId) implements Operation {}

    /** Appends to the ledger, in the order of commits. */
    public record Append(byte[] ledgerEntry) implements Operation {}

    /** Tells whoever looks, after the commit; nothing may depend on it. */
    public record Announce(Announcement announcement) implements Operation {}

    /** What must be true of a record before it is written. */
    public sealed interface Expect {
        /** No such record. */
        record Absent() implements Expect {}

        /** The version it was read at. */
        record Version(long version) implements Expect {}

        /** Whatever is there. */
        record Anything() implements Expect {}

        Expect ABSENT = new Absent();
        Expect ANYTHING = new Anything();

        static Expect version(long version) {
            return version == 0 ? ABSENT : new Version(version);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects operations. */
    public static final class Builder {
        private final List<Operation> operations = new ArrayList<>();

        public Builder add(Operation operation) {
            operations.add(operation);
            return this;
        }

        public Builder addAll(List<? extends Operation> more) {
            operations.addAll(more);
            return this;
        }

        /** Writes an item that was read at {@link Item#version}, or is new when that is 0. */
        public Builder put(Item item) {
            return add(new Put(item, Expect.version(item.version())));
        }

        /** Writes whatever was there before. */
        public Builder overwrite(Item item) {
            return add(new Put(item, Expect.ANYTHING));
        }

        public Builder send(String queue, Message message) {
            return add(new Send(queue, message));
        }

        public Builder acknowledge(Delivery delivery) {
            return add(new Acknowledge(delivery));
        }

        public int size() {
            return operations.size();
        }

        public Commit build() {
            return new Commit(operations);
        }
    }
}
