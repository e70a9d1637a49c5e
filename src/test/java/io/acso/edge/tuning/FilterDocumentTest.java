package io.acso.edge.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterDocumentTest {

    private static final String RULE =
            "title: Noisy, isn't it?\nid: r1\nlogsource: {product: aws}\ndetection: {s: {a: 1}, condition: s}";

    @Property(tries = 300)
    void a_filter_removes_exactly_the_value_it_names(@ForAll("values") String value, @ForAll("values") String other) {
        RuleSet plain = RuleSet.compile(Map.of("r.yml", RULE));
        FilterDocument document = FilterDocument.of(
                plain.rules().getFirst(), Set.of(new Trait("who's", value)), LocalDate.of(2026, 1, 2), "why");
        RuleSet filtered = RuleSet.compile(Map.of("r.yml", RULE, document.file(), document.yaml()));
        assertThat(filtered.failures()).isEmpty();
        assertThat(document.file()).matches("[a-z0-9_]{10,66}\\.yml");
        assertThat(filtered.match(event(value))).isEmpty();
        assertThat(filtered.match(event(other)).isEmpty()).isEqualTo(other.equals(value));
    }

    private static EventView event(String who) {
        return EventView.of(LogSource.of(null, "aws", "cloudtrail"), Json.text(Map.of("a", 1, "who's", who)));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("\\*?'\"ab: #{}[]%-")
                .ofMinLength(1)
                .ofMaxLength(8);
    }
}
