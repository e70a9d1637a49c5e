package io.acso.core.intelligence.binding;

/** How much a search may still do. */
final class Steps {

    /** All steps are used up. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many steps", null, false, false);
        }
    }

    private long left;

    Steps(long left) {
        this.left = left;
    }

    void take(int steps) {
        left -= steps;
        if (left < 0) {
            throw new Exhausted();
        }
    }
}
