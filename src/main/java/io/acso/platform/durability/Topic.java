package io.acso.platform.durability;

import java.util.function.Consumer;

/** Where announcements are heard. Listeners must be quick; a listener that throws is logged and kept. */
public interface Topic {

    Subscription subscribe(Consumer<Announcement> listener);

    /** Ends the listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
