package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named with its pointer and its cure. */
class PlaybookCheckTest {

    private static PlaybookBuilder valid() {
        return new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'on_completion':'end.e'")
                .end("end.e");
    }

    @Test
    void a_small_playbook_is_valid() {
        assertThat(PlaybookCheck.check(valid().text()))
                .isEqualTo(new PlaybookCheck.Checked(true, java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "name",
                "created_by",
                "created",
                "modified",
                "workflow_start",
                "workflow",
                "type",
                "spec_version"
            })
    void what_is_required_is_missed_by_its_pointer(String field) {
        var builder = valid();
        builder.document.remove(field);
        found(builder, "/" + field, "is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "spec_version | 'cacao-1.1' | /spec_version | only cacao-2.0",
                "id | 'playbook-1' | /id | playbook--UUID",
                "severity | 101 | /severity | from 0 to 100",
                "priority | 'high' | /priority | whole number",
                "labels | 'one' | /labels | must be a list",
                "labels | [1] | /labels/0 | must be a text, not the number 1",
                "created | '2026-01-01' | /created | in UTC",
                "revoked | 'no' | /revoked | true or false",
                "playbook_variables | {'host':{'type':'string'}} | /playbook_variables/host | two underscores",
                "playbook_variables | {'__h__':{'type':'string','value':5}} | /playbook_variables/__h__/value | must be a text",
                "playbook_variables | {'__h__':{'type':'list','value':'a'}} | /playbook_variables/__h__/value | JSON array",
                "workflow_exception | 'end.x' | /workflow_exception | there is no step",
                "workflow_start | 'action.a' | /workflow_start | start--UUID",
                "workflow | [] | /workflow | must be an object, not a list",
                "agent_definitions | {} | /agent_definitions | leave it out",
                "agent_definitions | {'sector--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10':{'type':'sector','name':'x','sector':'y'}} | /workflow/ACTION/agent | add it to agent_definitions",
            })
    void what_does_not_fit_is_named(String field, String json, String pointer, String cure) {
        found(valid().set(field, json), pointer.replace("ACTION", id("action.a")), cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'on_completion':'end.e'} | /commands | at least one command",
                "{'agent':'AGENT','commands':[],'on_completion':'end.e'} | /commands | at least one element",
                "{'agent':'AGENT','commands':[{'command':'x'}],'on_completion':'end.e'} | /commands/0/type | is missing",
                "{'agent':'AGENT','commands':[{'type':'manual'}],'on_completion':'end.e'} | /commands/0/command | is missing",
                "{'agent':'AGENT','commands':[{'type':'x-acso-task','command':'Do It'}],'on_completion':'end.e'} | /commands/0/command | lower case",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}]} | `` | leads nowhere",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'end.e','on_success':'end.e'} | /on_completion | excludes",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'action.zz'} | /on_completion | there is no step",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'action.a'} | /on_completion | in a circle",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'start.s'} | /on_completion | back to the start",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'end.e','delay':-1} | /delay | out of bounds",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'end.e','in_args':['__no__']} | /in_args | not defined",
                "{'agent':'AGENT','commands':[{'type':'bash','command':'ls'}],'on_completion':'end.e','targets':['ssh--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10']} | /targets/0 | target_definitions",
                "{'agent':'AGENT','commands':[{'type':'x-acso-task','command':'x','arguments':{'a':'__no__:value'}}],'on_completion':'end.e'} | /commands/0 | not defined",
                "{'agent':'AGENT','commands':[{'type':'x-acso-task','command':'x','arguments':{'a':'$$no$$:value'}}],'on_completion':'end.e'} | /commands/0/arguments/a | __name__:value",
                "{'agent':'AGENT','commands':[{'type':'x-acso-action','command':'x'}],'on_completion':'end.e'} | /commands/0/target | is missing",
            })
    void an_action_step_is_checked(String json, String place, String cure) {
        var builder = valid().step("action.a", json.replace("AGENT", PlaybookBuilder.AGENT));
        found(builder, "/workflow/" + id("action.a") + place, cure);
    }

    @Test
    void a_step_that_nothing_leads_to_is_found() {
        found(valid().task("action.b", "'on_completion':'end.e'"), "/workflow/" + id("action.b"), "no step leads here");
    }

    @Test
    void a_workflow_without_an_end_is_found() {
        var builder = valid().task("action.a", "'on_completion':'action.a'");
        builder.document.withObject("/workflow").remove(id("end.e"));
        found(builder, "/workflow", "no end step");
    }

    @Test
    void a_step_that_two_parallel_branches_share_is_found() {
        var builder = new PlaybookBuilder()
                .start("parallel.p")
                .parallel("parallel.p", java.util.List.of("action.a", "action.b"), "'on_completion':'end.e'")
                .task("action.a", "'on_completion':'action.c'")
                .task("action.b", "'on_completion':'action.c'")
                .task("action.c", "'on_completion':'end.e'")
                .end("end.e");
        found(builder, "/workflow/" + id("action.c"), "two branches that both run");
    }

    @Test
    void a_condition_is_read_at_check_time() {
        Consumer<String> wrong = condition -> found(
                valid().start("if-condition.i").choice("if-condition.i", condition, "'on_true':'action.a'"),
                "/workflow/" + id("if-condition.i") + "/condition",
                "");
        wrong.accept("__a__:value = ");
        wrong.accept("__undefined__:value = 'x'");
    }

    @Test
    void ids_that_occur_twice_are_found_with_their_line() {
        String text =
                valid().text().replace("\"workflow\":{", "\"workflow\":{\"" + id("end.e") + "\":{\"type\":\"end\"},");
        assertThat(PlaybookCheck.check(text).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("line 1", id("end.e")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "5", "{}", "{\"a\":1}trailing", "\"text\""})
    void what_is_no_playbook_at_all_is_refused_and_nothing_thrown(String text) {
        assertThat(PlaybookCheck.check(text).valid()).isFalse();
    }

    @Test
    void all_problems_are_reported_at_once() {
        var builder = valid().set("severity", "101").set("labels", "'x'");
        builder.document.remove("name");
        assertThat(PlaybookCheck.check(builder.text()).problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/name", "/severity", "/labels");
    }

    @Test
    void commands_that_are_not_carried_out_are_valid_and_refused_with_their_pointer() {
        Playbook playbook = valid().action(
                        "action.a", "{'type':'yara','command_b64':'eA=='}", "'on_completion':'end.e'")
                .build();
        assertThat(playbook.refusals())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("/workflow/" + id("action.a") + "/commands/0", "'yara' are not carried out here"));
    }

    private static void found(PlaybookBuilder builder, String pointer, String cure) {
        assertThat(PlaybookCheck.check(builder.text()).problems())
                .as("problems")
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo(pointer);
                    assertThat(problem.message()).contains(cure);
                });
    }
}
