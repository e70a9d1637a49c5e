package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.Timer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encrypts and decrypts what has a body. A record's belongs to its key, a message's to its queue and id. Messages are
 * text: theirs is {@code acso1.} and base64, which no JSON begins with.
 */
final class Bodies {

    static final String STORE = "state";

    private static final String MARK = "acso1.";

    private final BodyCipher cipher;

    Bodies(BodyCipher cipher) {
        this.cipher = cipher;
    }

    static Place place(Key key, int schemaVersion) {
        return Place.of(STORE, "record", key.partition(), key.sort(), Integer.toString(schemaVersion));
    }

    static Place place(String queue, String messageId) {
        return Place.of(STORE, "message", queue, messageId);
    }

    /** The bytes of a message's stored text: ciphertext, or clear text. */
    static byte[] bytes(String stored) {
        if (!stored.startsWith(MARK)) {
            return stored.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(stored.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableBody("the body of a message is damaged", e);
        }
    }

    static String text(byte[] encrypted) {
        return MARK + Base64.getEncoder().withoutPadding().encodeToString(encrypted);
    }

    Item encrypted(Item item) {
        return item.withBody(
                item.schemaVersion(), cipher.encrypt(item.body(), place(item.key(), item.schemaVersion())));
    }

    Item clear(Item item) {
        return item.withBody(
                item.schemaVersion(), cipher.decrypt(item.body(), place(item.key(), item.schemaVersion())));
    }

    Message encrypted(String queue, Message message) {
        byte[] clear = message.body().getBytes(StandardCharsets.UTF_8);
        return withBody(message, text(cipher.encrypt(clear, place(queue, message.id()))));
    }

    Message clear(String queue, Message message) {
        byte[] clear = cipher.decrypt(bytes(message.body()), place(queue, message.id()));
        return withBody(message, new String(clear, StandardCharsets.UTF_8));
    }

    Timer encrypted(Timer timer) {
        return new Timer(timer.id(), timer.due(), timer.queue(), encrypted(timer.queue(), timer.message()));
    }

    Delivery clear(Delivery lent) {
        return new Delivery(
                lent.queue(),
                lent.receipt(),
                clear(lent.queue(), lent.message()),
                lent.attempt(),
                lent.sent(),
                lent.visibleAgain());
    }

    /** One that cannot be read is shown as it is stored, so that it can be purged. */
    DeadLetter clear(DeadLetter dead) {
        try {
            return new DeadLetter(
                    dead.queue(),
                    clear(dead.queue(), dead.message()),
                    dead.attempts(),
                    dead.cause(),
                    dead.sent(),
                    dead.since());
        } catch (UnreadableBody e) {
            return dead;
        }
    }

    private static Message withBody(Message message, String body) {
        return new Message(
                message.id(),
                message.type(),
                message.group(),
                message.priority(),
                message.correlationId(),
                message.traceparent(),
                message.schemaVersion(),
                body);
    }
}
