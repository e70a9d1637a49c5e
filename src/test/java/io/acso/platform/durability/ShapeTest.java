package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an older version wrote is read; what a newer one wrote is refused. */
class ShapeTest {

    private static final Key KEY = new Key("visit#1", "visit");

    /** Today's shape: version 2 split the name, version 3 made one guest a list. */
    record Visit(List<Guest> guests, int nights) {
        record Guest(String first, String last) {}
    }

    private static final Shape<Visit> SHAPE =
            Shape.first(Visit.class).then(ShapeTest::splitName).then(ShapeTest::listGuests);

    private static JsonNode splitName(JsonNode tree) {
        String[] name = tree.path("guest").asString().split(" ");
        ((ObjectNode) tree).putObject("guest").put("first", name[0]).put("last", name[1]);
        return tree;
    }

    private static JsonNode listGuests(JsonNode tree) {
        ObjectNode visit = (ObjectNode) tree;
        visit.putArray("guests").add(visit.remove("guest"));
        return visit;
    }

    @Test
    void a_record_of_any_older_version_is_read_as_todays() {
        Visit today = new Visit(List.of(new Visit.Guest("Ann", "Lee")), 2);
        assertThat(SHAPE.version()).isEqualTo(3);
        assertThat(SHAPE.read(written(1, Map.of("guest", "Ann Lee", "nights", 2))))
                .isEqualTo(today);
        assertThat(SHAPE.read(written(2, Map.of("guest", Map.of("first", "Ann", "last", "Lee"), "nights", 2))))
                .isEqualTo(today);
        assertThat(SHAPE.read(SHAPE.item(KEY, today))).isEqualTo(today);
    }

    @Test
    void what_is_read_in_an_old_shape_is_written_in_todays() {
        Item old = written(1, Map.of("guest", "Ann Lee", "nights", 2));
        Visit read = SHAPE.read(old);
        Item next = SHAPE.replace(old, new Visit(read.guests(), 3));
        assertThat(next.schemaVersion()).isEqualTo(3);
        assertThat(next.version()).isEqualTo(old.version());
        assertThat(SHAPE.read(next).nights()).isEqualTo(3);
    }

    @Test
    void a_newer_version_is_refused_with_the_cure() {
        assertThatThrownBy(() -> SHAPE.read(written(4, Map.of())))
                .isInstanceOf(UnknownShape.class)
                .hasMessage("record visit#1 / visit is a Visit of version 4, and this ACSO knows 1 to 3:"
                        + " run the version that wrote it");
        assertThatThrownBy(() -> SHAPE.read(written(0, Map.of()))).isInstanceOf(UnknownShape.class);
        assertThatThrownBy(() -> written(2, Map.of()).as(Visit.class))
                .as("a type that never changed")
                .isInstanceOf(UnknownShape.class);
    }

    @Test
    void messages_are_read_alike() {
        assertThat(SHAPE.read(sent(1, "{\"guest\":\"Ann Lee\",\"nights\":1}")).guests())
                .containsExactly(new Visit.Guest("Ann", "Lee"));
        assertThatThrownBy(() -> SHAPE.read(sent(4, "{}")))
                .isInstanceOf(UnknownShape.class)
                .hasMessageContaining("message m");
    }

    private static Item written(int version, Map<String, ?> body) {
        return Item.of(KEY.partition(), KEY.sort(), version, body);
    }

    private static Message sent(int version, String body) {
        return new Message("m", "t", null, Message.Priority.NORMAL, "c", null, version, body);
    }
}
