package io.acso.mainjob;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.TaskMessage;
import io.acso.assembly.AcsoServer;
import io.acso.core.autonomy.Approval;
import io.acso.core.playbook.PlaybookBuilder;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** A command of CACAO's own, from the document through plan, approval and gate to a server outside and back. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutsideCommandTest {

    private static final String BODY =
            Base64.getEncoder().encodeToString("{\"address\":\"203.0.113.9\"}".getBytes(StandardCharsets.UTF_8));
    private static final WireMockServer OUTSIDE = outside();

    @Autowired
    Durability durability;

    private static WireMockServer outside() {
        WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        server.stubFor(post(urlEqualTo("/blocks")).willReturn(ok("{\"rule\":\"r-17\"}")));
        return server;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
        Path directory = Files.createTempDirectory(parent, "command-");
        settings.add("acso.data-directory", directory::toString);
        settings.add("acso.http.allowed", () -> "127.0.0.1:" + OUTSIDE.port());
    }

    @AfterAll
    static void stop() {
        OUTSIDE.stop();
    }

    private static PlaybookBuilder blocking() {
        String target = "http-api--300270f9-0e64-42c8-93cc-0927edbe3ae7";
        return new PlaybookBuilder()
                .variable("status", "{'type':'string','value':''}")
                .variable("body", "{'type':'string','value':''}")
                .set(
                        "target_definitions",
                        "{'" + target + "':{'type':'http-api','name':'firewall','address':{'url':['http://127.0.0.1:"
                                + OUTSIDE.port() + "']}}}")
                .start("action.a")
                .action(
                        "action.a",
                        "{'type':'http-api','command':'POST /blocks HTTP/1.1','content_b64':'" + BODY + "'}",
                        "'targets':['" + target + "'],'out_args':['__status__','__body__'],'on_completion':'end.e'")
                .end("end.e");
    }

    private void ask(String kind, Principal by, ObjectNode arguments) {
        Task task = CaseTasks.toSupervisor(kind, kind + by, arguments, by, Instant.now(), "told");
        durability.commit(Commit.builder()
                .send("supervisor", TaskMessage.of(task, null, null))
                .build());
    }

    private ExecutionRecord execution() {
        return new Casebook(durability.records())
                .execution("exe_1")
                .map(Held::value)
                .orElse(null);
    }

    private void until(String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> execution() != null && execution().status().equals(status));
    }

    @Test
    void happens_once_after_a_person_approved_exactly_it_and_its_answer_comes_back() {
        String text = blocking().text();
        Digest hash = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        durability.commit(
                Commit.builder().overwrite(CaseKeys.playbookText(hash, text)).build());
        ask(
                CaseTasks.RUN_PLAYBOOK,
                Principal.person("bob"),
                Json.object()
                        .put("execution", "exe_1")
                        .put("playbook", blocking().build().id())
                        .put("hash", hash.hex()));
        until(ExecutionRecord.AWAITING_APPROVAL);
        assertThat(OUTSIDE.findAll(postRequestedFor(urlEqualTo("/blocks")))).isEmpty();
        Approval asked = new Casebook(durability.records())
                .approval(execution().approvalId())
                .orElseThrow()
                .value();
        assertThat(asked.plan().actions().getFirst().dryRun().calls().toString())
                .contains("POST", "/blocks", "203.0.113.9");
        ask(
                CaseTasks.ANSWER_APPROVAL,
                Principal.person("alice"),
                Json.object()
                        .put("approval", asked.id())
                        .put("planHash", asked.planHash().hex())
                        .put("assurance", "SECOND_FACTOR")
                        .put("approve", true));
        until("COMPLETED");
        OUTSIDE.verify(
                1,
                postRequestedFor(urlEqualTo("/blocks")).withRequestBody(equalToJson("{\"address\":\"203.0.113.9\"}")));
        assertThat(execution().state().at("/variables/status").asString()).isEqualTo("200");
        assertThat(execution().state().at("/variables/body").asString()).contains("r-17");
    }
}
