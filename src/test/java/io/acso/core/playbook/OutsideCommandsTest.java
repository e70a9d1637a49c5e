package io.acso.core.playbook;

import static io.acso.core.playbook.PlaybookBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CACAO's own commands, as actions for the gate. */
class OutsideCommandsTest {

    private static final String UUID = "0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a1";

    @Test
    void a_request_names_the_host_the_path_and_the_secret() {
        ActionCall call = call(
                "{'type':'http-api','command':'POST block?why=__why__:value HTTP/1.1',"
                        + "'headers':{'X-Case':['__why__:value'],'Accept':['a/b','c/d']},"
                        + "'content':'{\\u0022ip\\u0022:\\u0022__why__:value\\u0022}'}",
                "'targets':['http-api--" + UUID + "0']",
                "a \"b\"&c");
        assertThat(call.kind()).isEqualTo("http.request");
        assertThat(call.targetType()).isEqualTo("http:api");
        assertThat(call.scope()).isEqualTo("fw.example.com:8443");
        assertThat(call.targets()).containsExactly("https://fw.example.com:8443");
        assertThat(call.arguments())
                .containsEntry("method", "POST")
                .containsEntry("path", "/api/block?why=a%20%22b%22%26c")
                .containsEntry("header.X-Case", "a \"b\"&c")
                .containsEntry("header.Accept", "a/b, c/d")
                .containsEntry("content", "{\"ip\":\"a \\\"b\\\"&c\"}")
                .containsEntry("authentication", "firewall")
                .containsEntry("authentication_type", "http-basic")
                .containsEntry("username", "acso")
                .containsEntry("repeat_safety", "none");
    }

    @Test
    void what_a_repetition_does_no_harm_to_is_said_so() {
        assertThat(call("{'type':'http-api','command':'GET /'}", "'targets':['http-api--" + UUID + "0']", "x")
                        .arguments())
                .containsEntry("repeat_safety", "natural");
        assertThat(call(
                                "{'type':'bash','command':'ls'}",
                                "'timeout':5000,'step_extensions':{'" + Shapes.EXTENSION
                                        + "':{'repeat_safety':'checkable'}}",
                                "x")
                        .arguments())
                .containsEntry("repeat_safety", "checkable")
                .containsEntry("timeout_ms", "5000");
    }

    @Test
    void an_openc2_request_goes_as_it_is_encoded() {
        ActionCall call = call(
                "{'type':'openc2-http','command':'POST /oc2','content_b64':'e30='}",
                "'targets':['http-api--" + UUID + "0']",
                "x");
        assertThat(call.kind()).isEqualTo("http.openc2");
        assertThat(call.arguments())
                .containsEntry("content_b64", "e30=")
                .containsEntry("header.Content-Type", "application/openc2+json;version=1.0");
    }

    @Test
    void a_group_is_a_command_for_each_member() {
        Run run = Run.of(builder("{'type':'ssh','command':'uptime'}", "'targets':['group--" + UUID + "3']"));
        run.begin(Map.of());
        run.completed("action.a", "{}");
        assertThat(run.all(Command.RunAction.class))
                .extracting(command -> command.call().targets())
                .containsExactly(List.of("192.0.2.7:22"), List.of("[2001:db8::7]:2222"));
        assertThat(run.last(Command.RunAction.class).call())
                .returns("ssh.command", ActionCall::kind)
                .returns("ssh:host", ActionCall::targetType)
                .returns("ssh", ActionCall::scope);
        assertThat(run.last(Command.RunAction.class).agent()).isEqualTo("incident-response");
    }

    @Test
    void without_a_target_a_shell_command_is_for_this_host() {
        ActionCall call = call("{'type':'powershell','command_b64':'" + base64("Get-Date") + "'}", "", "x");
        assertThat(call)
                .isEqualTo(new ActionCall(
                        "shell.powershell",
                        "host",
                        "local",
                        List.of("localhost"),
                        Map.of("command", "Get-Date", "repeat_safety", "none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot)", "x; reboot", "a'b", "a b", "-rf", "`reboot`", "a|b", "a>b", "a\\b", "a\nb"})
    void a_value_from_outside_never_becomes_part_of_a_command_line(String value) {
        Run run = Run.of(builder("{'type':'bash','command':'touch \\u0022__why__:value\\u0022'}", ""));
        run.begin(Map.of("why", Value.of(value)));
        assertThat(run.all(Command.RunAction.class)).isEmpty();
        run.endedAs(ExecutionStatus.FAILED, "__why__ must not stand in a command line");
        assertThat(PlannedSteps.actions(run.playbook, Map.of("why", Value.of(value))))
                .isEmpty();
    }

    @Test
    void a_plain_value_and_a_constant_do() {
        assertThat(call("{'type':'bash','command':'rm __why__:value'}", "", "/tmp/a-b.txt")
                        .arguments())
                .containsEntry("command", "rm /tmp/a-b.txt");
        assertThat(call("{'type':'bash','command':'__fixed__:value'}", "", "x").arguments())
                .containsEntry("command", "ls -la | wc");
    }

    @Test
    void a_host_from_outside_is_the_name_of_a_host() {
        Run run = Run.of(builder("{'type':'ssh','command':'uptime'}", "'targets':['ssh--" + UUID + "4']"));
        run.begin(Map.of("why", Value.of("host/../../x@evil")));
        run.endedAs(ExecutionStatus.FAILED, "must not stand in the name of a host");
    }

    @Test
    void a_sigma_rule_is_a_hunt() {
        Run run = Run.of(builder("{'type':'sigma','command_b64':'" + base64("title: x") + "'}", ""));
        run.begin(Map.of());
        assertThat(run.last(Command.RunTask.class))
                .returns("threat-hunter", Command.RunTask::agent)
                .returns("hunt-sigma", Command.RunTask::kind)
                .returns("title: x", task -> task.arguments().path("rule").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'ssh','command':'x'} | 'delay':1 | /workflow/A/commands/0 | add targets",
                "{'type':'http-api','command':'fetch it'} | 'targets':['http-api--U0'] | /workflow/A/commands/0/command | GET /status",
                "{'type':'http-api','command':'GET https://evil/'} | 'targets':['http-api--U0'] | /workflow/A/commands/0/command | a path",
                "{'type':'http-api','command':'GET /'} | 'targets':['ssh--U5'] | /authentication_info_definitions/user-auth--U8 | secret store",
                "{'type':'bash','command':'x'} | 'targets':['net-address--U6'] | /workflow/A/targets/0 | ssh target",
                "{'type':'http-api','command':'GET /','headers':{'Authorization':['Bearer x']}} | 'targets':['http-api--U0'] | /workflow/A/commands/0/headers/Authorization | secret store",
                "{'type':'kestrel','command':'x'} | 'delay':1 | /workflow/A/commands/0 | not carried out here",
            })
    void what_cannot_be_carried_out_is_valid_and_refused(String command, String flow, String pointer, String cure) {
        Playbook playbook = builder(command, flow.replace("--U", "--" + UUID)).build();
        assertThat(playbook.refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.pointer())
                    .isEqualTo(
                            pointer.replace("/A/", "/" + id("action.a") + "/").replace("--U", "--" + UUID));
            assertThat(problem.message()).contains(cure);
        });
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ActionCall call(String command, String flow, String value) {
        Run run = Run.of(builder(command, flow));
        run.begin(Map.of("why", Value.of(value)));
        return run.last(Command.RunAction.class).call();
    }

    private static PlaybookBuilder builder(String command, String flow) {
        return new PlaybookBuilder()
                .variable("why", "{'type':'string','value':'x','external':true}")
                .variable("fixed", "{'type':'string','value':'ls -la | wc','constant':true}")
                .set("target_definitions", TARGETS.replace("--U", "--" + UUID))
                .set("authentication_info_definitions", SECRETS.replace("--U", "--" + UUID))
                .start("action.a")
                .action("action.a", command, "'on_completion':'end.e'" + (flow.isEmpty() ? "" : "," + flow))
                .end("end.e");
    }

    private static final String TARGETS = """
            {'http-api--U0':{'type':'http-api','name':'fw','address':{'url':['https://fw.example.com:8443/api/']},
                'authentication_info':'http-basic--U7'},
             'ssh--U1':{'type':'ssh','name':'one','address':{'ipv4':['192.0.2.7']}},
             'linux--U2':{'type':'linux','name':'two','address':{'ipv6':['2001:db8::7']},'port':'2222'},
             'group--U3':{'type':'group','name':'both','members':['ssh--U1','linux--U2']},
             'ssh--U4':{'type':'ssh','name':'named late','address':{'dname':['__why__:value']}},
             'ssh--U5':{'type':'ssh','name':'told','address':{'dname':['h']},'authentication_info':'user-auth--U8'},
             'net-address--U6':{'type':'net-address','name':'windows','address':{'ipv4':['192.0.2.9']}}}""";

    private static final String SECRETS = """
            {'http-basic--U7':{'type':'http-basic','user_id':'acso','kms':true,'kms_key_identifier':'firewall'},
             'user-auth--U8':{'type':'user-auth','username':'root','password':'hunter2'}}""";
}
