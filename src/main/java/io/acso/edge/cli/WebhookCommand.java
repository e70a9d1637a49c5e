package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Other systems' subscriptions to what changes. */
@Command(
        name = "webhook",
        description = "Tells other systems what changes on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            WebhookCommand.ListAll.class,
            WebhookCommand.Add.class,
            WebhookCommand.Pause.class,
            WebhookCommand.Resume.class,
            WebhookCommand.Rekey.class,
            WebhookCommand.Ping.class,
            WebhookCommand.Log.class,
            WebhookCommand.Replay.class,
            WebhookCommand.Delete.class
        })
final class WebhookCommand {

    private static final String PATH = "/webhooks";

    @Command(name = "list", description = "Lists them.", mixinStandardHelpOptions = true)
    static final class ListAll extends ServerVerb {

        @Override
        public Integer call() {
            JsonNode hooks = api().get(PATH);
            if (json()) {
                print(hooks);
                return DONE;
            }
            Table table = new Table("ID", "URL", "KINDS", "STATE");
            hooks.forEach(hook -> table.row(
                    ListVerb.text(hook, "id"),
                    ListVerb.text(hook, "url"),
                    hook.path("kinds").isEmpty() ? "all" : hook.path("kinds").toString(),
                    hook.path("paused").asString("active")));
            table.print(out());
            return DONE;
        }
    }

    @Command(
            name = "add",
            description = "Subscribes a URL, and shows the secret that signs what is sent there, once.",
            mixinStandardHelpOptions = true)
    static final class Add extends ServerVerb {

        @Parameters(paramLabel = "URL")
        private String url = "";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "A kind of change, such as IncidentOpened; can be repeated. Without it all are told.")
        private List<String> kinds = List.of();

        @Option(names = "--description", paramLabel = "TEXT", defaultValue = "")
        private String description = "";

        @Override
        public Integer call() {
            JsonNode made = api().post(PATH, Map.of("url", url, "kinds", kinds, "description", description));
            if (json()) {
                print(made);
            } else {
                say(made.at("/webhook/id").asString());
                say("secret, shown once: " + made.path("secret").asString());
            }
            return DONE;
        }
    }

    /** Does something to one webhook. */
    abstract static class OneVerb extends ServerVerb {

        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        abstract JsonNode act(Api api, String path);

        abstract String done(JsonNode answer);

        @Override
        public Integer call() {
            JsonNode answer = act(api(), PATH + "/" + Api.escape(id));
            if (json()) {
                print(answer);
            } else {
                say(id + " " + done(answer));
            }
            return DONE;
        }

        static JsonNode paused(Api api, String path, boolean paused) {
            return api.put(
                    path,
                    ((ObjectNode) api.get(path))
                            .retain("url", "kinds", "description")
                            .put("paused", paused));
        }
    }

    @Command(name = "pause", description = "Sends it nothing until it is resumed.", mixinStandardHelpOptions = true)
    static final class Pause extends OneVerb {

        @Override
        JsonNode act(Api api, String path) {
            return paused(api, path, true);
        }

        @Override
        String done(JsonNode answer) {
            return "is paused";
        }
    }

    @Command(name = "resume", description = "Goes on with it.", mixinStandardHelpOptions = true)
    static final class Resume extends OneVerb {

        @Override
        JsonNode act(Api api, String path) {
            return paused(api, path, false);
        }

        @Override
        String done(JsonNode answer) {
            return "is active";
        }
    }

    @Command(
            name = "rekey",
            description = "Makes a new secret; the one before signs too for 24 hours.",
            mixinStandardHelpOptions = true)
    static final class Rekey extends OneVerb {

        @Override
        JsonNode act(Api api, String path) {
            return api.post(path + "/secret", Map.of());
        }

        @Override
        String done(JsonNode answer) {
            return "secret, shown once: " + answer.path("secret").asString();
        }
    }

    @Command(name = "ping", description = "Sends it a Ping.", mixinStandardHelpOptions = true)
    static final class Ping extends OneVerb {

        @Override
        JsonNode act(Api api, String path) {
            return api.post(path + "/ping", Map.of());
        }

        @Override
        String done(JsonNode answer) {
            return "is sent " + answer.path("delivery").asString() + ": see 'acso webhook log'";
        }
    }

    @Command(name = "replay", description = "Sends it a delivery once more.", mixinStandardHelpOptions = true)
    static final class Replay extends OneVerb {

        @Parameters(index = "1", paramLabel = "DELIVERY")
        private String delivery = "";

        @Override
        JsonNode act(Api api, String path) {
            return api.post(path + "/deliveries/" + Api.escape(delivery) + "/replay", Map.of());
        }

        @Override
        String done(JsonNode answer) {
            return "is sent " + delivery + " again";
        }
    }

    @Command(name = "delete", description = "Ends the subscription.", mixinStandardHelpOptions = true)
    static final class Delete extends OneVerb {

        @Override
        JsonNode act(Api api, String path) {
            return api.delete(path);
        }

        @Override
        String done(JsonNode answer) {
            return "is deleted";
        }
    }

    @Command(name = "log", description = "Lists what it was sent, the newest first.", mixinStandardHelpOptions = true)
    static final class Log extends ListVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        String path() {
            return PATH + "/" + Api.escape(id) + "/deliveries";
        }

        @Override
        Table heads() {
            return new Table("DELIVERY", "KIND", "SUBJECT", "STATUS", "ATTEMPTS", "LAST");
        }

        @Override
        void row(Table table, JsonNode item) {
            JsonNode attempts = item.path("attempts");
            @Nullable JsonNode last = attempts.get(attempts.size() - 1);
            table.row(
                    text(item, "id"),
                    text(item, "kind"),
                    text(item, "subject"),
                    text(item, "status"),
                    Integer.toString(attempts.size()),
                    last == null ? "" : text(last, "detail"));
        }
    }
}
