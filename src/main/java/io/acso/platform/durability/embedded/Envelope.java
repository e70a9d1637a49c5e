package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Message;
import io.acso.platform.durability.Message.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A message's columns, the same in every table that holds messages. */
final class Envelope {

    static final String COLUMNS =
            "id, type, message_group, priority, correlation_id, traceparent, schema_version, body";

    static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?";

    static final String DEFINITION = """
            id TEXT NOT NULL, type TEXT NOT NULL, message_group TEXT, priority INTEGER NOT NULL,
            correlation_id TEXT NOT NULL, traceparent TEXT, schema_version INTEGER NOT NULL, body TEXT NOT NULL""";

    /** Where the columns after {@link #COLUMNS} begin when a row is read. */
    static final int NEXT = 9;

    private Envelope() {}

    /** {@link #MARKS}, numbered from there on. */
    static String numbered(int from) {
        return IntStream.range(from, from + NEXT - 1).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
    }

    /** The values for {@link #MARKS}, between those before and those after. */
    static @Nullable Object[] values(List<?> before, Message message, Object... after) {
        List<@Nullable Object> values = new ArrayList<>(before);
        values.add(message.id());
        values.add(message.type());
        values.add(message.group());
        values.add(message.priority().ordinal());
        values.add(message.correlationId());
        values.add(message.traceparent());
        values.add(message.schemaVersion());
        values.add(message.body());
        values.addAll(List.of(after));
        return values.toArray();
    }

    /** Reads a row whose first columns are {@link #COLUMNS}. */
    @SuppressWarnings("NullAway") // the NOT NULL columns are not null
    static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4) == 0 ? Priority.URGENT : Priority.NORMAL,
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8));
    }
}
