package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/**
 * The bodies of records, timers and messages as they lie in storage, to be replaced there while they are in use:
 * versions, order, leases and what waits for them stay as they are.
 */
public interface StoredBodies {

    /**
     * Shows the next bodies to the rewriter, and replaces those for which it gives others, unless they changed or went
     * meanwhile.
     *
     * @param after where the pass stands; null to begin
     * @param most how many bodies to look at
     * @return where the pass stands now; null at the end
     */
    @Nullable
    String rewrite(@Nullable String after, int most, Rewriter rewriter);

    /** Gives the body to store: the same one to leave it as it is. */
    interface Rewriter {

        byte[] record(Key key, int schemaVersion, byte[] body);

        /** A message, wherever it is: waiting for its time, in its queue, lent, or a dead letter. */
        String message(String queue, String messageId, String body);
    }
}
