package io.acso.edge.demo;

import io.acso.assembly.OpenServer;
import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A whole platform in this process, acting on the demo's stand-in account, for tests that look at it from outside. */
public final class DemoPlatform implements AutoCloseable {

    private static final int PARTS = 4;

    private final Path data;
    private final Recording attack;
    private final Inbox inbox;
    private final StandInAccount account;
    private final OpenServer running;
    private final Api api;

    private DemoPlatform(Path root, int port, Map<String, String> more) throws IOException {
        Scratch scratch = new Scratch(root);
        data = scratch.data();
        Recording found = Recording.attack();
        attack = found.later(found.age(Instant.now()));
        String id = attack.account().orElseThrow();
        inbox = Inbox.open();
        account = StandInAccount.start(AccountState.empty(id));
        Map<String, String> settings = DemoProperties.of(account.endpoint(), id, attack, scratch, inbox, false);
        settings.put("acso.agents.settle", "1s");
        settings.putAll(more);
        running = OpenServer.start(data, port, settings);
        api = new Api(
                running.url(), Files.readString(scratch.data().resolve("token")).strip());
    }

    /** @param root an empty directory, which it fills; @param port 0 for any; @param more settings by name */
    public static DemoPlatform start(Path root, int port, Map<String, String> more) throws IOException {
        return new DemoPlatform(Files.createDirectories(root), port, more);
    }

    /** On the numbered loopback address. */
    public URI url() {
        return running.url();
    }

    /** Speaks as the machine's owner. */
    public Api api() {
        return api;
    }

    public Path data() {
        return data;
    }

    /** What the server is made of, to put there what would take hours to come about. */
    public <T> T part(Class<T> type) {
        return running.part(type);
    }

    /** Sends the bundled attack whole. */
    public void attack() {
        Feed feed = new Feed(attack, api, account, PARTS);
        while (!feed.ended()) {
            feed.next();
        }
    }

    /** Sends records of CloudTrail, a line each. What they show exists in the account from then on. */
    public void send(String ndjson) {
        List<String> lines = ndjson.lines().toList();
        lines.forEach(line -> account.observe((ObjectNode) Json.tree(line)));
        sendRaw(ndjson);
    }

    /** Sends whatever it is. */
    public void sendRaw(String body) {
        HttpResponse<byte[]> response = api.stream("/events", BodyPublishers.ofString(body));
        if (response.statusCode() != 200) {
            throw Api.problem(response);
        }
    }

    /** Whether every event has been looked at and no queue holds anything. */
    public boolean quiet() {
        return Quiet.now(api);
    }

    @Override
    public void close() {
        running.close();
        account.close();
        inbox.close();
    }
}
