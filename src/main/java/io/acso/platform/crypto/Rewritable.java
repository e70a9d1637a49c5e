package io.acso.platform.crypto;

import org.jspecify.annotations.Nullable;

/** A store whose bodies can be looked at, and replaced, where they lie and while it is in use. */
public interface Rewritable {

    /** The store's name, as in {@link Place#store}. */
    String store();

    /**
     * Shows the next bodies to the rewriter. One for which it gives another is replaced, unless it changed or went
     * meanwhile; to everyone else nothing has changed.
     *
     * @param after where the pass stands; null to begin
     * @param most how many bodies to look at, about
     * @return where the pass stands now; null at the end
     */
    @Nullable
    String rewrite(@Nullable String after, int most, Rewriter rewriter);

    /** Gives the body that is to be stored: the same one to leave it as it is. */
    interface Rewriter {
        byte[] rewrite(byte[] stored, Place place);
    }
}
