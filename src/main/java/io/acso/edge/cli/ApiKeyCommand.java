package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Keys for programs. */
@Command(
        name = "api-key",
        description = "Keys that programs call the running platform with.",
        mixinStandardHelpOptions = true,
        subcommands = {ApiKeyCommand.ListAll.class, ApiKeyCommand.Create.class, ApiKeyCommand.Revoke.class})
final class ApiKeyCommand {

    private static final String KEYS = "/api-keys";

    @Command(name = "list", description = "Lists the keys that are valid.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return KEYS;
        }

        @Override
        Table heads() {
            return new Table("ID", "NAME", "OWNER", "ROLES", "SCOPES", "EXPIRES");
        }

        @Override
        void row(Table table, JsonNode key) {
            table.row(
                    text(key, "id"),
                    text(key, "name"),
                    text(key, "owner"),
                    PersonCommand.words(key.path("roles")),
                    PersonCommand.words(key.path("scopes")),
                    text(key, "expires"));
        }
    }

    @Command(name = "create", description = "Makes a key and shows it, this once.", mixinStandardHelpOptions = true)
    static final class Create extends ServerVerb {

        @Parameters(paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = "What it may do; several times.")
        private List<String> roles = List.of();

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description = "Limits it to an operation such as incident.read, or a noun; several times.")
        private List<String> scopes = List.of();

        @Option(
                names = "--for",
                paramLabel = "TIME",
                description = "How long it is valid, such as P30D; default: ${DEFAULT-VALUE}.",
                defaultValue = "P90D")
        private Duration time = Duration.ofDays(90);

        @Override
        public Integer call() {
            Instant expires = Instant.now().plus(time);
            JsonNode made = api().post(
                            KEYS,
                            Map.of(
                                    "name",
                                    name,
                                    "roles",
                                    new TreeSet<>(roles),
                                    "scopes",
                                    new TreeSet<>(scopes),
                                    "expires",
                                    expires.toString()));
            if (json()) {
                print(made);
            } else {
                note("the key is valid until " + expires + " and is not shown again");
                say(made.path("key").asString(""));
            }
            return DONE;
        }
    }

    @Command(name = "revoke", description = "Refuses a key from now on.", mixinStandardHelpOptions = true)
    static final class Revoke extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            api().delete(KEYS + "/" + Api.escape(id));
            say(id + " is revoked");
            return DONE;
        }
    }
}
