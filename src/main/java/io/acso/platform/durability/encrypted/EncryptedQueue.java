package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.TaskQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A queue whose messages are decrypted when they are lent. */
final class EncryptedQueue implements TaskQueue {

    private final TaskQueue inner;
    private final Bodies bodies;

    EncryptedQueue(TaskQueue inner, Bodies bodies) {
        this.inner = inner;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return inner.name();
    }

    /** A message that cannot be decrypted becomes a dead letter, and holds up no other. */
    @Override
    public List<Delivery> receive(int max, Duration lease) {
        List<Delivery> readable = new ArrayList<>();
        for (Delivery lent : inner.receive(max, lease)) {
            try {
                readable.add(bodies.clear(lent));
            } catch (UnreadableBody e) {
                inner.bury(lent, String.valueOf(e.getMessage()));
            }
        }
        return readable;
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        return inner.await(most);
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        return inner.extend(delivery, lease);
    }

    @Override
    public void release(Delivery delivery, String cause) {
        inner.release(delivery, cause);
    }

    @Override
    public void bury(Delivery delivery, String cause) {
        inner.bury(delivery, cause);
    }

    @Override
    public Page<DeadLetter> deadLetters(int limit, @Nullable String cursor) {
        Page<DeadLetter> page = inner.deadLetters(limit, cursor);
        return new Page<>(page.items().stream().map(bodies::clear).toList(), page.next());
    }

    @Override
    public Optional<DeadLetter> deadLetter(String messageId) {
        return inner.deadLetter(messageId).map(bodies::clear);
    }

    @Override
    public Depth depth() {
        return inner.depth();
    }
}
