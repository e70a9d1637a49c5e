package io.acso.edge.api.graphql;

import io.acso.platform.durability.Page;
import org.jspecify.annotations.Nullable;

/** The bounds of lists. */
final class Paging {

    private static final int MOST = 200;

    private Paging() {}

    /** Reads one page. */
    interface Source<T> {
        Page<T> read(int limit, @Nullable String cursor);
    }

    static <T> Page<T> page(Source<T> source, int limit, @Nullable String after) {
        int most = checked(limit);
        try {
            return source.read(most, after);
        } catch (IllegalArgumentException notOurs) {
            throw new BadArgument("'after' is the 'next' of a page before, not '" + after + "'");
        }
    }

    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadArgument("limit goes from 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }

    /** An argument that cannot be; the message names it and the cure. */
    static final class BadArgument extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadArgument(String message) {
            super(message);
        }
    }
}
