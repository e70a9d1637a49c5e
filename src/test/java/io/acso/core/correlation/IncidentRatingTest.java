package io.acso.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Severity;
import io.acso.testsupport.Findings;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** How bad an incident is. */
class IncidentRatingTest {

    private static final Inventory KNOWN = Inventory.of(List.of(
            new Asset("i-0aaa", Findings.SCOPE, "aws:ec2:instance", "shop", Criticality.CROWN_JEWEL, true),
            new Asset("i-0bbb", Findings.SCOPE, "aws:ec2:instance", "lab", Criticality.HIGH, false)));

    private final IncidentRating rating = new IncidentRating(() -> KNOWN);

    @Property
    void a_further_finding_never_lowers_anything(@ForAll("findings") @Size(min = 1, max = 12) List<Finding> findings) {
        Picture picture = Picture.of(findings.getFirst());
        Rating before = rating.rate(picture);
        for (Finding finding : findings.subList(1, findings.size())) {
            picture = picture.with(finding);
            Rating after = rating.rate(picture);
            assertThat(after.severity()).isGreaterThanOrEqualTo(before.severity());
            assertThat(after.priority()).isLessThanOrEqualTo(before.priority());
            assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
            assertThat(after.confidence()).isGreaterThanOrEqualTo(before.confidence());
            before = after;
        }
    }

    @Property
    void it_is_never_below_the_worst_finding_and_every_point_is_explained(
            @ForAll("findings") @Size(min = 1, max = 12) List<Finding> findings) {
        Picture picture = findings.stream().skip(1).reduce(Picture.of(findings.getFirst()), Picture::with, (a, b) -> b);
        Rating rated = rating.rate(picture);
        assertThat(rated.severity()).isGreaterThanOrEqualTo(picture.worst());
        assertThat(rated.score())
                .isEqualTo(Math.min(
                        100,
                        rated.contributions().stream()
                                .mapToInt(Rating.Contribution::points)
                                .sum()));
        assertThat(rated.contributions()).allSatisfy(part -> {
            assertThat(part.points()).isPositive();
            assertThat(part.why()).isNotBlank();
        });
        assertThat(rated.confidence()).isBetween(1, 95);
    }

    @Example
    void damage_makes_it_more_urgent_at_every_severity() {
        for (Severity severity : Set.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH)) {
            Rating quiet = rated(Findings.of("a").severity(severity).tactics("discovery"));
            Rating damage = rated(Findings.of("a").severity(severity).tactics("impact"));
            assertThat(damage.priority()).as(severity.name()).isLessThan(quiet.priority());
        }
        assertThat(rated(Findings.of("a").severity(Severity.HIGH).tactics("exfiltration"))
                        .priority())
                .isEqualTo(Priority.P1);
    }

    @Example
    void an_instance_is_known_by_its_id_though_events_name_its_region() {
        Entity instance = Entity.target(Entity.Type.RESOURCE, Findings.SCOPE, "eu-north-1/i-0aaa");
        assertThat(rated(Findings.of("a").severity(Severity.HIGH).by(instance)).contributions())
                .anySatisfy(part -> assertThat(part.why()).contains("i-0aaa", "CROWN_JEWEL", "shop"));
    }

    private Rating rated(Findings finding) {
        return rating.rate(Picture.of(finding.build()));
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<Severity> severities = Arbitraries.of(Severity.class);
        Arbitrary<List<String>> tactics = Arbitraries.of(
                        "discovery", "persistence", "impact", "exfiltration", "execution")
                .list()
                .ofMaxSize(3);
        Arbitrary<String> things = Arbitraries.of("eu-north-1/i-0aaa", "i-0bbb", "eu-north-1/i-0ccc");
        Arbitrary<Integer> rules = Arbitraries.integers().between(1, 6);
        return Combinators.combine(severities, tactics, things, rules)
                .as((severity, names, thing, rule) -> Findings.of("rule-" + rule)
                        .severity(severity)
                        .tactics(names.toArray(String[]::new))
                        .by(Entity.target(Entity.Type.RESOURCE, Findings.SCOPE, thing))
                        .build())
                .list();
    }
}
