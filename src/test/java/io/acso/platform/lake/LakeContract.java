package io.acso.platform.lake;

import static io.acso.testsupport.SampleEvents.NOON;
import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.event.Event;
import io.acso.platform.lake.Lake.Limits;
import io.acso.platform.lake.Lake.Result;
import io.acso.platform.lake.Lake.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every lake does. An adapter's test supplies the lake. */
public abstract class LakeContract {

    protected static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 1_000);

    protected Lake lake;

    /** Opens the lake on this test's own storage; what an earlier opening kept is still there. */
    protected abstract Lake open();

    @BeforeEach
    final void opens() {
        lake = open();
    }

    @AfterEach
    final void closes() {
        lake.close();
    }

    @Test
    void events_can_be_queried_when_append_returns() {
        lake.append(events(0, 100));
        assertThat(ids("SELECT event_id FROM events")).containsExactlyInAnyOrderElementsOf(idsOf(events(0, 100)));
        lake.append(events(100, 150));
        assertThat(ids("SELECT event_id FROM events")).hasSize(150);
    }

    @Test
    void the_columns_say_what_the_event_says() {
        Event event = event(0);
        lake.append(List.of(event));
        Result result = lake.query(
                "SELECT event_id, time, arrived, class_uid, format, source, operation, actor_keys, entity_keys,"
                        + " severity_id, raw, ocsf FROM events",
                LIMITS);
        assertThat(result.columns()).startsWith("event_id", "time").hasSize(12);
        List<String> keys =
                event.entities().stream().map(entity -> entity.key()).toList();
        assertThat(result.rows().getFirst())
                .containsExactly(
                        event.id(),
                        NOON,
                        NOON,
                        3002,
                        "cloudtrail",
                        event.source(),
                        "GetObject",
                        keys.subList(0, 2),
                        keys,
                        1,
                        event.raw(),
                        event.ocsf());
    }

    @Test
    void each_event_is_seen_once_however_often_it_comes() {
        lake.append(events(0, 20));
        lake.append(events(10, 30));
        lake.flush();
        lake.append(events(0, 40));
        lake.append(List.of(event(50), event(50)));
        reopen();
        lake.append(events(0, 40));
        assertThat(ids("SELECT event_id FROM events"))
                .hasSize(41)
                .doesNotHaveDuplicates()
                .contains(event(50).id());
        assertThat(touching(event(1), 100)).extracting(Sighting::eventId).containsExactly(event(1).id());
    }

    @Test
    void what_was_flushed_is_there_after_a_restart() {
        lake.append(events(0, 100));
        lake.flush();
        reopen();
        assertThat(ids("SELECT event_id FROM events")).hasSize(100);
        assertThat(lake.statistics()).containsEntry("rows", 100L);
    }

    @Test
    void sightings_come_oldest_first_from_buffer_and_files() {
        lake.append(events(0, 200));
        lake.flush();
        lake.append(events(200, 400));
        // Users repeat every 97 events.
        assertThat(touching(event(5), 100))
                .extracting(Sighting::eventId)
                .containsExactly(
                        event(5).id(),
                        event(102).id(),
                        event(199).id(),
                        event(296).id(),
                        event(393).id());
        assertThat(touching(event(5), 2))
                .extracting(Sighting::eventId)
                .containsExactly(event(5).id(), event(102).id());
        Sighting sighting = touching(event(5), 1).getFirst();
        assertThat(sighting)
                .isEqualTo(new Sighting(
                        event(5).id(), event(5).time(), "cloudtrail", "GetObject", event(5).raw(), event(5).ocsf()));
    }

    @Test
    void sightings_lie_within_the_time_and_touch_any_of_the_entities() {
        lake.append(events(0, 400));
        String user = event(5).entities().getFirst().key();
        String bucket = event(7).entities().getLast().key();
        assertThat(lake.touching(List.of(user, bucket), NOON.plusMillis(6), NOON.plusMillis(199), 100))
                .extracting(Sighting::eventId)
                .containsExactly(event(7).id(), event(102).id(), event(199).id());
        assertThat(lake.touching(List.of("principal||o'brien"), NOON, NOON.plusSeconds(9), 9))
                .isEmpty();
        assertThat(lake.touching(List.of(), NOON, NOON.plusSeconds(9), 9)).isEmpty();
    }

    @Test
    void days_and_classes_may_be_mixed() {
        List<Event> mixed = IntStream.range(0, 60)
                .mapToObj(n -> event(n, NOON.minus(Duration.ofDays(n % 7)), NOON.plusMillis(n)))
                .toList();
        lake.append(mixed);
        lake.flush();
        lake.append(mixed);
        assertThat(lake.query("SELECT class_uid, count(*) FROM events GROUP BY 1 ORDER BY 1", LIMITS)
                        .rows())
                .containsExactly(List.of(3002, 6L), List.of(6003, 54L));
    }

    @Test
    void rows_beyond_the_limit_are_cut_and_said_to_be() {
        lake.append(events(0, 100));
        Result cut = lake.query("SELECT event_id FROM events ORDER BY time;", new Limits(Duration.ofSeconds(30), 10));
        assertThat(cut.rows())
                .containsExactlyElementsOf(
                        idsOf(events(0, 10)).stream().map(List::<Object>of).toList());
        assertThat(cut.truncated()).isTrue();
        assertThat(lake.query("SELECT event_id FROM events", new Limits(Duration.ofSeconds(30), 100))
                        .truncated())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM events",
                "CREATE TABLE t (a INT)",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP TABLE events",
                "",
                "SELEC 1",
                "SELECT nothing FROM events",
                "SELECT * FROM nowhere",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM glob('/**')",
                "SELECT * FROM 'x.parquet'",
                "SELECT * FROM information_schema.tables",
                "WITH e AS (SELECT * FROM duckdb_settings()) SELECT * FROM e",
                "SELECT (SELECT count(*) FROM query('SELECT 1')) FROM events",
                "SELECT current_setting('memory_limit') FROM events",
                "SELECT * FROM json_execute_serialized_sql('{}')"
            })
    void what_is_not_one_query_over_events_is_refused(String sql) {
        lake.append(events(0, 10));
        assertThatThrownBy(() -> lake.query(sql, LIMITS))
                .isInstanceOf(QueryRefused.class)
                .hasMessageMatching("(?s).{10,}");
        assertThat(ids("SELECT event_id FROM events")).hasSize(10);
    }

    @Test
    void a_query_may_end_as_people_end_them() {
        lake.append(events(0, 10));
        assertThat(ids("SELECT event_id FROM events -- all of them")).hasSize(10);
        assertThat(ids(" WITH e AS (FROM events) SELECT event_id FROM e ORDER BY time DESC ; ;\n"))
                .startsWith(event(9).id(), event(8).id());
    }

    @Test
    void the_schema_names_what_a_query_may_name() {
        Lake.Schema schema = lake.schema();
        assertThat(schema.functions()).contains("count", "lower").doesNotContain("current_setting");
        String columns = schema.tables().getFirst().columns().stream()
                .map(Lake.Column::name)
                .collect(Collectors.joining(", "));
        assertThat(columns).contains("event_id", "entity_keys", "raw");
        String table = schema.tables().getFirst().name();
        assertThat(lake.query("SELECT " + columns + " FROM " + table, LIMITS).rows())
                .isEmpty();
    }

    @Test
    void an_empty_lake_answers() {
        assertThat(ids("SELECT event_id FROM events")).isEmpty();
        assertThat(touching(event(0), 10)).isEmpty();
        lake.flush();
        lake.append(List.of());
        assertThat(lake.statistics()).containsEntry("rows", 0L);
    }

    protected final void reopen() {
        lake.close();
        lake = open();
    }

    /** What touches the user of the event within an hour around noon. */
    protected final List<Sighting> touching(Event event, int limit) {
        return lake.touching(
                List.of(event.entities().getFirst().key()),
                NOON.minus(Duration.ofHours(1)),
                NOON.plus(Duration.ofHours(1)),
                limit);
    }

    protected final List<String> ids(String sql) {
        List<String> ids = new ArrayList<>();
        lake.query(sql, new Limits(Duration.ofSeconds(30), 1_000_000))
                .rows()
                .forEach(row -> ids.add(String.valueOf(row.getFirst())));
        return ids;
    }

    protected static List<String> idsOf(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }
}
