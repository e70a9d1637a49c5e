package io.acso.platform.durability.embedded;

/** Waiting for threads to end. */
final class Threads {

    private Threads() {}

    /** Waits for the end of a thread that ends by itself, and keeps an interrupt for later. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
