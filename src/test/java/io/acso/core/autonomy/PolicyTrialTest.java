package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTrialTest {

    private final PolicyTrial trial = new PolicyTrial(BuiltInPolicies.CONTENT, AutonomyLevels.Defaults.standard());

    private static final String STOP = """
            {"principal": "agent:incident-response",
             "action": {"kind": "aws.ec2.stop-instance",
                        "target": {"type": "aws:ec2:instance", "scope": "aws:123456789012", "id": "eu-north-1/i-0abc"},
                        "arguments": {}},
             "context": {"severity": "high", "confidence": 90, "blastRadius": {"count": 1, "fleet": 40},
                         "reversible": true, "approved": false}}
            """;

    @Test
    void the_three_decisions_have_words_policies_and_an_explanation() {
        assertThat(trial.decide(STOP))
                .returns("approval", PolicyTrial.Outcome::decision)
                .satisfies(outcome -> assertThat(outcome.policies()).contains("disruption-needs-approval"))
                .satisfies(outcome -> assertThat(outcome.explanation()).contains("With a person's approval"));
        assertThat(trial.decide(STOP.replace("\"approved\": false", "\"approved\": true"))
                        .decision())
                .isEqualTo("permit");
        assertThat(trial.decide(STOP.replace("\"approved\": false", "\"approved\": true, \"killed\": true")))
                .returns("forbid", PolicyTrial.Outcome::decision)
                .returns(List.of("kill-switch"), PolicyTrial.Outcome::policies);
    }

    @Test
    void an_unknown_kind_is_forbidden_and_the_cure_named() {
        assertThat(trial.decide(STOP.replace("stop-instance", "stop-instanse")))
                .returns("forbid", PolicyTrial.Outcome::decision)
                .satisfies(outcome -> assertThat(outcome.explanation())
                        .contains("aws.ec2.stop-instanse")
                        .contains("cedarschema"));
    }

    @Test
    void a_person_acts_through_no_agents_permit() {
        assertThat(trial.decide(STOP.replace("agent:incident-response", "person:eve"))
                        .decision())
                .isEqualTo("forbid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"high\" | \"hgih\" | /context/severity | critical",
                ": 90 | : 101 | /context/confidence | 0 to 100",
                ": 90 | : \"90\" | /context/confidence | whole number",
                "\"count\": 1 | \"count\": -1 | /context/blastRadius/count | 0 to",
                "\"fleet\" | \"fleets\" | /context/blastRadius/fleets | [count, fleet]",
                "\"reversible\": true | \"reversible\": 1 | /context/reversible | true or false",
                "agent:incident-response | incident-response | /principal | agent:incident-response",
                "agent:incident-response | robot:x | /principal | person:alice",
                "\"kind\": \"aws.ec2.stop-instance\", | '' | /action/kind | missing",
                "\"id\": | \"a/b~c\": | /action/target/a~1b~0c | [type, scope, id]",
                "\"arguments\": {} | \"arguments\": 5 | /action/arguments | object",
                "\"severity\": \"high\", | '' | /context/severity | missing"
            })
    void bad_input_is_named_by_pointer_with_the_cure(String part, String bad, String pointer, String cure) {
        assertThat(STOP).contains(part);
        assertThatThrownBy(() -> trial.decide(STOP.replace(part, bad)))
                .isInstanceOfSatisfying(
                        TrialInvalid.class,
                        invalid -> assertThat(invalid.pointer()).isEqualTo(pointer))
                .hasMessageContaining(pointer)
                .hasMessageContaining(cure);
    }

    @Test
    void what_is_not_json_is_named_by_line_and_column() {
        assertThatThrownBy(() -> trial.decide("{\n  \"principal\": agent }"))
                .isInstanceOf(TrialInvalid.class)
                .hasMessageContaining("line 2, column");
        assertThatThrownBy(() -> trial.decide("[]")).hasMessageContaining("write an object");
        assertThatThrownBy(() -> trial.decide("")).isInstanceOf(TrialInvalid.class);
    }
}
