package io.acso.edge.demo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.acso.domain.kernel.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the stand-in account is beyond what the contract of the actuators asks of it. */
class StandInAccountTest {

    private static final String ACCOUNT = "111122223333";

    private final StandInAccount account = StandInAccount.start(AccountState.empty(ACCOUNT));

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void what_records_show_exists_once() {
        String created = """
                {"recipientAccountId":"111122223333","eventName":"CreateAccessKey",
                 "userIdentity":{"type":"IAMUser","accountId":"111122223333","userName":"build-deployer",
                   "accessKeyId":"AKIAONE"},
                 "responseElements":{"accessKey":{"userName":"svc-backup","accessKeyId":"AKIATWO","status":"Active"}}}""";
        observe(created);
        observe(created);
        assertThat(account.state().users())
                .extracting(AccountState.User::name, AccountState.User::accessKeys)
                .containsExactlyInAnyOrder(
                        tuple("build-deployer", Map.of("AKIAONE", true)), tuple("svc-backup", Map.of("AKIATWO", true)));
        assertThat(account.mutations()).isZero();
    }

    @Test
    void what_was_refused_or_happened_elsewhere_does_not_exist() {
        observe("""
                {"recipientAccountId":"111122223333","eventName":"CreateUser","errorCode":"AccessDenied",
                 "userIdentity":{"type":"AWSService"},"responseElements":{"user":{"userName":"nobody"}}}""");
        observe("""
                {"recipientAccountId":"444455556666","eventName":"CreateUser",
                 "userIdentity":{"type":"IAMUser","accountId":"444455556666","userName":"x","accessKeyId":"AKIAX"},
                 "responseElements":{"user":{"userName":"y"}}}""");
        assertThat(account.state()).isEqualTo(AccountState.empty(ACCOUNT));
    }

    @Test
    void a_terminated_instance_is_terminated() {
        String identity = "\"recipientAccountId\":\"111122223333\",\"awsRegion\":\"eu-north-1\",\"userIdentity\":{}";
        String item = "\"responseElements\":{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-0123456789abcdef0\"}]}}";
        observe("{" + identity + ",\"eventName\":\"RunInstances\"," + item + "}");
        assertThat(account.state().instance("i-0123456789abcdef0").orElseThrow())
                .satisfies(instance -> {
                    assertThat(instance.state()).isEqualTo("running");
                    assertThat(instance.securityGroups()).hasSize(1);
                    assertThat(instance.volumes()).hasSize(1);
                });
        observe("{" + identity + ",\"eventName\":\"TerminateInstances\"," + item + "}");
        assertThat(account.state().instance("i-0123456789abcdef0").orElseThrow().state())
                .isEqualTo("terminated");
    }

    @Test
    void an_unknown_call_is_refused_in_the_protocols_own_words() throws Exception {
        HttpResponse<String> ec2 = call("ec2", "Action=RunInstances&Version=2016-11-15");
        assertThat(ec2.statusCode()).isEqualTo(400);
        assertThat(ec2.body()).contains("<Response><Errors><Error><Code>InvalidAction</Code>");
        HttpResponse<String> iam = call("iam", "Action=DeleteAccount");
        assertThat(iam.body()).contains("<Error><Type>Sender</Type><Code>InvalidAction</Code>");
    }

    @Test
    void a_request_without_a_signature_is_refused() throws Exception {
        HttpResponse<String> answer = send(request("Action=GetCallerIdentity"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("MissingAuthenticationToken");
    }

    @Test
    void text_of_others_is_escaped() throws Exception {
        HttpResponse<String> answer = call("iam", "Action=GetUser&UserName=%3Cb%3E%26");
        assertThat(answer.body()).contains("name &lt;b&gt;&amp; cannot");
    }

    @Test
    void it_listens_on_this_machine_only() {
        assertThat(account.endpoint()).hasHost("127.0.0.1");
    }

    @Test
    void a_seed_is_the_first_state() {
        AccountState seed = new AccountState(
                ACCOUNT,
                List.of(new AccountState.User("alice", Map.of("AKIAA", false), Map.of())),
                List.of(new AccountState.Role("ops", Map.of())),
                List.of(),
                List.of(),
                List.of());
        try (StandInAccount seeded = StandInAccount.start(seed)) {
            assertThat(seeded.state()).isEqualTo(seed);
        }
    }

    private void observe(String trail) {
        account.observe((ObjectNode) Json.tree(trail));
    }

    private HttpResponse<String> call(String service, String form) throws Exception {
        return send(request(form)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAX/20260310/eu-north-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0"));
    }

    private HttpRequest.Builder request(String form) {
        return HttpRequest.newBuilder(URI.create(account.endpoint() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
