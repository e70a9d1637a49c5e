package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.durability.Commit.Expect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that expire: there until their time, and then as if deleted. */
public abstract class ExpiryContract extends ContractSuite {

    private static final Duration HOUR = Duration.ofHours(1);

    protected ExpiryContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void an_expired_record_is_not_read_in_any_way() {
        Item brief = brief("a");
        put(brief);
        put(item("p", "b").indexed(Map.of("i", new Key("all", "b"))));
        clock.advance(HOUR.minusSeconds(1));
        assertThat(durability.records().get(brief.key()).orElseThrow().expires())
                .isEqualTo(brief.expires());
        assertThat(sorts(Query.partition("p"))).containsExactly("a", "b");
        assertThat(sorts(Query.index("i", "all"))).containsExactly("a", "b");
        clock.advance(Duration.ofSeconds(1));
        assertThat(durability.records().get(brief.key())).isEmpty();
        assertThat(sorts(Query.partition("p"))).containsExactly("b");
        assertThat(sorts(Query.index("i", "all"))).containsExactly("b");
    }

    @Test
    void expectations_take_an_expired_record_for_absent() {
        put(brief("a"));
        Item read = durability.records().get(new Key("p", "a")).orElseThrow();
        assertThatThrownBy(() -> put(brief("a"))).isInstanceOf(CommitConflict.class);
        clock.advance(HOUR);
        assertThatThrownBy(() -> put(read)).isInstanceOf(CommitConflict.class);
        assertThatThrownBy(() -> commit(new Commit.Check(read.key(), Expect.version(1))))
                .isInstanceOf(CommitConflict.class);
        commit(new Commit.Check(read.key(), Expect.ABSENT));
        put(item("p", "a"));
        clock.advance(HOUR);
        assertThat(durability.records().get(read.key()))
                .hasValueSatisfying(again -> assertThat(again.expires()).isNull());
        assertThat(sorts(Query.index("i", "all")))
                .as("the entry of the expired one")
                .isEmpty();
    }

    @Test
    void a_write_moves_the_expiry() {
        put(brief("a"));
        Item read = durability.records().get(new Key("p", "a")).orElseThrow();
        put(read.replacedBy("kept").expiring(clock.instant().plus(HOUR.multipliedBy(2))));
        clock.advance(HOUR);
        assertThat(durability.records().get(read.key())).isPresent();
        clock.advance(HOUR);
        assertThat(durability.records().get(read.key())).isEmpty();
    }

    @Test
    void a_restart_changes_nothing_about_it() {
        put(brief("a"));
        put(item("p", "b"));
        reopen();
        assertThat(sorts(Query.partition("p"))).containsExactly("a", "b");
        durability.close();
        clock.advance(HOUR);
        reopen();
        assertThat(sorts(Query.partition("p"))).containsExactly("b");
    }

    private Item brief(String sort) {
        return item("p", sort)
                .indexed(Map.of("i", new Key("all", sort)))
                .expiring(clock.instant().plus(HOUR));
    }

    private List<String> sorts(Query query) {
        return durability.records().query(query).items().stream()
                .map(item -> item.key().sort())
                .toList();
    }
}
