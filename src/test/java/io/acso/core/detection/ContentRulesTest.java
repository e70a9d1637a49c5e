package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each rule that comes with ACSO fires on what it is for and on nothing that merely looks alike. */
class ContentRulesTest {

    private static final Path CONTENT = Path.of("src/main/resources/content/rules");
    private static final Path CASES = Path.of("src/test/resources/rules-tests");
    private static final Pattern UUID_4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    static Stream<Path> ruleFiles() throws IOException {
        return RuleDirectory.load(CONTENT).keySet().stream().map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void a_rule_fires_on_its_events_and_not_on_near_misses(Path file) throws IOException {
        RuleSet set = RuleSet.compile(RuleDirectory.load(file));
        assertThat(set.failures()).isEmpty();
        JsonNode cases = Json.MAPPER.readTree(Files.readAllBytes(caseFile(file)));
        assertThat(cases.path("fires").size()).isPositive();
        assertThat(cases.path("nearMisses").size()).isPositive();

        cases.path("fires")
                .forEach(event -> assertThat(match(set, event))
                        .as("should fire on %s", event)
                        .singleElement()
                        .satisfies(match -> assertThat(match.matched()).isNotEmpty()));
        cases.path("nearMisses")
                .forEach(event -> assertThat(match(set, event))
                        .as("should not fire on %s", event)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void a_rule_says_all_that_an_analyst_needs(Path file) throws IOException {
        SigmaRule rule = RuleSet.compile(RuleDirectory.load(file)).rules().getFirst();
        assertThat(rule.id()).matches(UUID_4);
        assertThat(rule.author()).isEqualTo("ACSO");
        assertThat(rule.description()).isNotBlank();
        assertThat(rule.status()).isNotBlank();
        assertThat(rule.tactics()).isNotEmpty();
        assertThat(rule.techniques()).isNotEmpty().allMatch(technique -> technique.matches("T\\d{4}(\\.\\d{3})?"));
        assertThat(rule.falsePositives()).isNotEmpty();
        assertThat(rule.references()).isNotEmpty();
        assertThat(file.getFileName().toString()).matches("[a-z0-9_]{10,70}\\.yml");
    }

    @Test
    void together_they_load_and_each_case_belongs_to_a_rule() throws IOException {
        RuleSet set = RuleSet.compile(RuleDirectory.load(CONTENT));
        assertThat(set.failures()).isEmpty();
        assertThat(set.rules()).hasSizeGreaterThanOrEqualTo(30);
        try (Stream<Path> cases = Files.list(CASES)) {
            List<Path> expected = ruleFiles().map(ContentRulesTest::caseFile).toList();
            assertThat(cases).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Path caseFile(Path rule) {
        return CASES.resolve(rule.getFileName().toString().replace(".yml", ".json"));
    }

    private static List<Match> match(RuleSet set, JsonNode event) {
        return set.match(EventView.of(set.rules().getFirst().logSource(), event.toString()));
    }
}
