package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Programs that get tokens from the platform's own authorization server. */
@Command(
        name = "client",
        description = "Services and apps that get tokens from the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClientCommand.ListAll.class,
            ClientCommand.Create.class,
            ClientCommand.Renew.class,
            ClientCommand.Remove.class
        })
final class ClientCommand {

    private static final String CLIENTS = "/clients";

    @Command(name = "list", description = "Lists services and apps.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return CLIENTS;
        }

        @Override
        Table heads() {
            return new Table("ID", "NAME", "KIND", "OWNER", "ROLES", "SCOPES");
        }

        @Override
        void row(Table table, JsonNode client) {
            table.row(
                    text(client, "id"),
                    text(client, "name"),
                    text(client, "kind"),
                    text(client, "owner"),
                    PersonCommand.words(client.path("roles")),
                    PersonCommand.words(client.path("scopes")));
        }
    }

    @Command(
            name = "create",
            description = "Makes a service, or with --redirect an app in which people sign in.",
            mixinStandardHelpOptions = true)
    static final class Create extends ServerVerb {

        @Parameters(paramLabel = "NAME", description = "What it is.")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "What a service may do; several times.")
        private List<String> roles = List.of();

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description = "Limits it to an operation such as incident.read, or a noun; several times.")
        private List<String> scopes = List.of();

        @Option(
                names = "--redirect",
                paramLabel = "URL",
                description = "Where an app takes its answers; several times.")
        private List<String> redirects = List.of();

        @Override
        public Integer call() {
            if (roles.isEmpty() == redirects.isEmpty()) {
                throw new WrongUsage("--role for a service, or --redirect for an app");
            }
            JsonNode made = api().post(
                            CLIENTS,
                            Map.of(
                                    "name",
                                    name,
                                    "roles",
                                    new TreeSet<>(roles),
                                    "scopes",
                                    new TreeSet<>(scopes),
                                    "redirects",
                                    redirects));
            if (json()) {
                print(made);
            } else {
                show(made);
            }
            return DONE;
        }

        private void show(JsonNode made) {
            say("client id      " + made.at("/client/id").asString(""));
            if (made.hasNonNull("secret")) {
                say("client secret  " + made.path("secret").asString(""));
                note("the secret is not shown again");
            }
        }
    }

    @Command(
            name = "renew",
            description = "A new secret for a service; the old one is void.",
            mixinStandardHelpOptions = true)
    static final class Renew extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode made = api().post(CLIENTS + "/" + Api.escape(id) + "/secret", Map.of());
            if (json()) {
                print(made);
            } else {
                note("the secret is not shown again");
                say(made.path("secret").asString(""));
            }
            return DONE;
        }
    }

    @Command(
            name = "remove",
            description = "Refuses a client and its tokens from now on.",
            mixinStandardHelpOptions = true)
    static final class Remove extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            api().delete(CLIENTS + "/" + Api.escape(id));
            say(id + " is gone");
            return DONE;
        }
    }
}
