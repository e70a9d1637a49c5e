package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.acso.core.autonomy.PoliciesInvalid.Problem;
import io.acso.platform.content.ContentSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyLoaderTest {

    @Test
    void the_built_in_policies_load_and_have_names() {
        assertThat(BuiltInPolicies.POLICIES.ids())
                .containsAll(BuiltInPolicies.ABOUT_PEOPLE)
                .filteredOn(id -> !BuiltInPolicies.ABOUT_PEOPLE.contains(id))
                .containsExactly(
                        "cap-execution",
                        "cap-execution-share",
                        "cap-hour",
                        "cap-hour-share",
                        "cap-share",
                        "change-freeze",
                        "command-approved",
                        "contain-alone",
                        "contain-approved",
                        "crown-jewel",
                        "disruption-needs-approval",
                        "kill-switch",
                        "level-approve",
                        "level-without-action",
                        "many-need-approval",
                        "notify",
                        "preserve-evidence",
                        "rate-minute",
                        "undo-approved");
    }

    @Test
    void a_syntax_error_is_named_by_file_and_line() {
        assertThat(problems("mine.cedar", """
                // a comment; with a semicolon
                @id("a;b") @because("x")
                permit (principal, action in Action::"notify", resource);

                @id("broken") @because("x")
                permit (principal, action in Action::"notify", resource)
                when { context.severity => 4 };
                """))
                .singleElement()
                .returns("policies/mine.cedar", Problem::file)
                .returns(7, Problem::line)
                .satisfies(problem -> assertThat(problem.error()).contains("unexpected token `>`"));
    }

    @Test
    void a_misspelt_attribute_is_named_with_what_was_probably_meant() {
        assertThat(problems("mine.cedar", """
                @id("mine") @because("x")
                permit (principal, action in Action::"notify", resource)
                when {
                  context.confidense > 4 };
                """))
                .singleElement()
                .returns(4, Problem::line)
                .returns("did you mean `confidence`?", Problem::cure);
    }

    @Test
    void an_unknown_action_kind_is_refused() {
        assertThat(problems("mine.cedar", """
                @id("mine") @because("x")
                permit (principal, action == Action::"aws.ec2.stop-instanse", resource);
                """))
                .first()
                .satisfies(problem -> assertThat(problem.toString()).contains("aws.ec2.stop-instanse"));
    }

    @Test
    void every_error_of_every_file_is_reported_at_once() {
        ContentSnapshot content = BuiltInPolicies.CONTENT.with(Map.of(
                "policies/a.cedar",
                "permit (",
                "policies/b.cedar",
                "forbid (principal, action, resource) when { x };"));
        assertThatThrownBy(() -> Policies.load(content))
                .asInstanceOf(type(PoliciesInvalid.class))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .extracting(Problem::file)
                        .contains("policies/a.cedar", "policies/b.cedar"));
    }

    @Test
    void a_policy_needs_a_name_and_a_reason() {
        assertThat(problems("mine.cedar", "\n@id(\"mine\")\npermit (principal, action, resource);"))
                .singleElement()
                .returns(2, Problem::line)
                .satisfies(problem -> assertThat(problem.cure()).contains("@because"));
    }

    @Test
    void two_policies_of_one_name_are_refused() {
        assertThat(problems("twin.cedar", "@id(\"notify\") @because(\"x\") permit (principal, action, resource);"))
                .singleElement()
                .returns("policies/twin.cedar", Problem::file)
                .satisfies(problem -> assertThat(problem.error()).contains("policies/permits.cedar:3"));
    }

    @Test
    void a_template_is_refused() {
        assertThat(problems(
                        "mine.cedar", "@id(\"t\") @because(\"x\") permit (principal == ?principal, action, resource);"))
                .isNotEmpty();
    }

    @Test
    void text_after_the_last_policy_is_refused() {
        assertThat(problems("mine.cedar", "// only a comment is fine\n")).isEmpty();
        assertThat(problems("mine.cedar", "permit")).isNotEmpty();
    }

    @Test
    void an_error_in_a_later_schema_file_is_found_there() {
        assertThat(problems("slack.cedarschema", "\naction \"slack.post\" in [\"tell\"]\n  appliesTo { principal: };"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.file()).isEqualTo("policies/slack.cedarschema"))
                .first()
                .returns(3, Problem::line);
    }

    @Test
    void without_a_schema_nothing_loads() {
        assertThatThrownBy(() -> Policies.load(ContentSnapshot.of(Map.of())))
                .isInstanceOf(PoliciesInvalid.class)
                .hasMessageContaining("policies/schema.cedarschema:1: there is no schema");
    }

    @Test
    void a_connector_adds_its_kinds_with_files_of_its_own() {
        ContentSnapshot content = BuiltInPolicies.with("slack.cedarschema", """
                action "slack.post" in ["notify"]
                  appliesTo { principal: [Agent], resource: [Target], context: Situation };
                """);
        Situation post = Situations.of("slack.post").level(AutonomyLevel.ACT).build();
        assertThat(Policies.load(content).decide(post).policies()).containsExactly("notify");
        assertThat(BuiltInPolicies.POLICIES.decide(post))
                .returns(Decision.Verdict.FORBID, Decision::verdict)
                .satisfies(decision -> assertThat(decision.explanation())
                        .contains("slack.post")
                        .contains("cedarschema"));
    }

    private static List<Problem> problems(String file, String text) {
        try {
            Policies.load(BuiltInPolicies.with(file, text));
            return List.of();
        } catch (PoliciesInvalid invalid) {
            return invalid.problems();
        }
    }
}
