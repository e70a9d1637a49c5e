package io.acso.core.autonomy;

/** Runs something the first time only. */
final class Once implements Runnable {

    private final Runnable first;
    private boolean ran;

    Once(Runnable first) {
        this.first = first;
    }

    @Override
    public void run() {
        if (!ran) {
            ran = true;
            first.run();
        }
    }
}
