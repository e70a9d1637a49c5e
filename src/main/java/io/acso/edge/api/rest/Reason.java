package io.acso.edge.api.rest;

import org.jspecify.annotations.Nullable;

/** Why somebody wants something, in their words. */
record Reason(@Nullable String why) {

    static String text(@Nullable Reason reason) {
        return reason == null || reason.why() == null ? "" : reason.why();
    }
}
