package io.acso.platform.journal.aws;

import io.acso.domain.event.Event;
import io.acso.domain.kernel.Digest;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.shared.DamagedBatch;
import io.acso.platform.journal.shared.EncodedBatch;
import io.acso.platform.objects.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events as a record holds them: a byte that says how, then a compressed batch, or the digest of an object that
 * is one, since no record of the stream is larger than 1 MiB.
 */
final class RecordFormat {

    static final int MOST_BYTES = 1024 * 1024 - 256 - BodyCipher.OVERHEAD;

    private static final int MOST_EVENTS = 500;
    private static final byte BATCH = 1;
    private static final byte OBJECT = 2;

    private final BodyCipher cipher;
    private final Place place;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final Supplier<Duration> retention;

    /** One record to be. */
    record Encoded(List<Event> events, byte[] data) {}

    /**
     * @param cipher of batches within records; objects are encrypted by their store
     * @param place where such a batch opens
     */
    RecordFormat(
            BodyCipher cipher, Place place, ObjectStore objects, InstantSource clock, Supplier<Duration> retention) {
        this.cipher = cipher;
        this.place = place;
        this.objects = objects;
        this.clock = clock;
        this.retention = retention;
    }

    List<Encoded> encode(List<Event> events) {
        List<Encoded> records = new ArrayList<>();
        for (int from = 0; from < events.size(); from += MOST_EVENTS) {
            encode(events.subList(from, Math.min(events.size(), from + MOST_EVENTS)), records);
        }
        return records;
    }

    private void encode(List<Event> events, List<Encoded> records) {
        byte[] body = EncodedBatch.of(events).body();
        if (body.length < MOST_BYTES) {
            records.add(new Encoded(events, tagged(BATCH, cipher.encrypt(body, place))));
        } else if (events.size() == 1) {
            Digest digest = objects.put(body, clock.instant().plus(retention.get()));
            records.add(new Encoded(events, tagged(OBJECT, digest.bytes())));
        } else {
            int half = events.size() / 2;
            encode(events.subList(0, half), records);
            encode(events.subList(half, events.size()), records);
        }
    }

    private static byte[] tagged(byte kind, byte[] body) {
        byte[] data = new byte[body.length + 1];
        data[0] = kind;
        System.arraycopy(body, 0, data, 1, body.length);
        return data;
    }

    List<Event> decode(byte[] data) throws DamagedBatch {
        if (data.length == 0) {
            throw new DamagedBatch("an empty record", null);
        }
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        return switch (data[0]) {
            case BATCH -> EncodedBatch.decode(EncodedBatch.SCHEMA_VERSION, opened(body));
            case OBJECT -> EncodedBatch.decode(EncodedBatch.SCHEMA_VERSION, object(body));
            default ->
                throw new DamagedBatch(
                        "a record of kind " + data[0] + ": not this journal's, or of a newer ACSO", null);
        };
    }

    /** What a record holds of ciphertext, if any. */
    static Optional<byte[]> ciphertext(byte[] data) {
        return data.length > 0 && data[0] == BATCH
                ? Optional.of(Arrays.copyOfRange(data, 1, data.length))
                : Optional.empty();
    }

    /** What no key opens is not passed over: it may be this process that lacks the key. */
    private byte[] opened(byte[] body) {
        try {
            return cipher.decrypt(body, place);
        } catch (UnreadableBody e) {
            throw new JournalFailure("a record of the stream cannot be decrypted: " + e.getMessage(), e);
        }
    }

    private byte[] object(byte[] name) throws DamagedBatch {
        if (name.length != Digest.of(name).bytes().length) {
            throw new DamagedBatch("a reference that is none", null);
        }
        Digest digest = new Digest(HexFormat.of().formatHex(name));
        return objects.get(digest)
                .orElseThrow(() -> new DamagedBatch("its object " + digest + " is gone from the object store", null));
    }
}
