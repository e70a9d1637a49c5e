package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.StoredBodies;
import org.jspecify.annotations.Nullable;

/** The bodies of a durability provider, for re-encryption. */
public final class EncryptedState implements Rewritable {

    private final StoredBodies bodies;

    public EncryptedState(StoredBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String store() {
        return Bodies.STORE;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        return bodies.rewrite(after, most, new StoredBodies.Rewriter() {
            @Override
            public byte[] record(Key key, int schemaVersion, byte[] body) {
                return key.equals(RecordKeyset.KEY) ? body : rewriter.rewrite(body, Bodies.place(key, schemaVersion));
            }

            @Override
            public String message(String queue, String messageId, String body) {
                return messageBody(Bodies.place(queue, messageId), body, rewriter);
            }
        });
    }

    private static String messageBody(Place place, String stored, Rewriter rewriter) {
        byte[] before;
        try {
            before = Bodies.bytes(stored);
        } catch (UnreadableBody e) {
            // Damaged: nothing can be made of it, and it stays for who looks into it.
            return stored;
        }
        byte[] after = rewriter.rewrite(before, place);
        return after == before ? stored : Bodies.text(after);
    }
}
