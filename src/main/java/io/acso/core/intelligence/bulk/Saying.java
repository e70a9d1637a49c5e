package io.acso.core.intelligence.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record holds after its key: flags (1 byte), number of the source (2), and what the flags say is there. Most
 * lists give a value and nothing else, which is six bytes and the value.
 *
 * @param earlier address of the record before it with the same key, or {@link #NONE}
 */
record Saying(int source, long earlier, Statement statement) {

    static final long NONE = -1;

    /** A record is never longer: the parts have bounds of their own. */
    static final int MAX_RECORD = 16 * 1024;

    private static final int EARLIER = 1;
    private static final int FROM = 2;
    private static final int UNTIL = 4;
    private static final int CONFIDENCE = 8;
    private static final int STIX_ID = 16;
    private static final int TEXT_ID = 32;
    private static final int LABELS = 64;
    private static final String STIX = "indicator--";

    void write(Key key, ByteBuffer into) {
        UUID uuid = uuid(statement.id());
        into.put((byte) key.type().ordinal());
        into.putShort((short) key.bytes().length).put(key.bytes());
        into.put((byte) flags(uuid)).putShort((short) source);
        if (earlier != NONE) {
            into.putLong(earlier);
        }
        time(statement.validFrom(), into);
        time(statement.validUntil(), into);
        if (statement.confidence() != null) {
            into.put(statement.confidence().byteValue());
        }
        if (uuid != null) {
            into.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        } else if (statement.id() != null) {
            text(statement.id(), into);
        }
        if (!statement.labels().isEmpty()) {
            text(String.join("\n", statement.labels()), into);
        }
    }

    static Saying read(byte[] page, int at) {
        int start = Layout.keyEnd(page, at);
        ByteBuffer from = ByteBuffer.wrap(page, start, page.length - start);
        int flags = from.get();
        int source = from.getShort() & 0xffff;
        long earlier = (flags & EARLIER) == 0 ? NONE : from.getLong();
        Instant validFrom = (flags & FROM) == 0 ? null : Instant.ofEpochMilli(from.getLong());
        Instant validUntil = (flags & UNTIL) == 0 ? null : Instant.ofEpochMilli(from.getLong());
        Integer confidence = (flags & CONFIDENCE) == 0 ? null : (int) from.get();
        String id = null;
        if ((flags & STIX_ID) != 0) {
            id = STIX + new UUID(from.getLong(), from.getLong());
        } else if ((flags & TEXT_ID) != 0) {
            id = text(from);
        }
        List<String> labels =
                (flags & LABELS) == 0 ? List.of() : List.of(text(from).split("\n", -1));
        return new Saying(source, earlier, new Statement(id, validFrom, validUntil, confidence, labels));
    }

    private int flags(@Nullable UUID uuid) {
        return (earlier == NONE ? 0 : EARLIER)
                | (statement.validFrom() == null ? 0 : FROM)
                | (statement.validUntil() == null ? 0 : UNTIL)
                | (statement.confidence() == null ? 0 : CONFIDENCE)
                | (uuid == null ? 0 : STIX_ID)
                | (uuid != null || statement.id() == null ? 0 : TEXT_ID)
                | (statement.labels().isEmpty() ? 0 : LABELS);
    }

    /** Of an id in STIX's form, which is then 16 bytes; null for any other. */
    private static @Nullable UUID uuid(@Nullable String id) {
        if (id == null || !id.startsWith(STIX)) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id.substring(STIX.length()));
            return id.equals(STIX + uuid) ? uuid : null;
        } catch (IllegalArgumentException anotherForm) {
            return null;
        }
    }

    private static void time(@Nullable Instant time, ByteBuffer into) {
        if (time != null) {
            into.putLong(time.toEpochMilli());
        }
    }

    private static void text(String text, ByteBuffer into) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        into.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getShort() & 0xffff];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
