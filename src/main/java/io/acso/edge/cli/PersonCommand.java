package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The people who have accounts. */
@Command(
        name = "person",
        description = "The people who have accounts on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PersonCommand.ListAll.class,
            PersonCommand.Invite.class,
            PersonCommand.Change.class,
            PersonCommand.Reset.class,
            PersonCommand.SignOut.class
        })
final class PersonCommand {

    private static final String PEOPLE = "/people";

    @Command(name = "list", description = "Lists people by username.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return PEOPLE;
        }

        @Override
        Table heads() {
            return new Table("USERNAME", "NAME", "ROLES", "MAY SIGN IN", "SINCE");
        }

        @Override
        void row(Table table, JsonNode person) {
            table.row(
                    text(person, "username"),
                    text(person, "displayName"),
                    words(person.path("roles")),
                    person.path("disabled").asBoolean() ? "no" : "yes",
                    text(person, "created"));
        }
    }

    @Command(
            name = "invite",
            description = "Makes an account, and the link by which its person chooses a password.",
            mixinStandardHelpOptions = true)
    static final class Invite extends Linking {

        @Parameters(paramLabel = "USERNAME", description = "For good; lower case letters, digits and ._@+-.")
        private String username = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                description =
                        "viewer, analyst, responder, approver, service-manager, finance or administrator; several times.")
        private List<String> roles = List.of();

        @Option(names = "--name", paramLabel = "NAME", description = "What people read; else the username.")
        private @Nullable String name;

        @Override
        public Integer call() {
            return link(api().post(
                            PEOPLE,
                            Map.of(
                                    "username",
                                    username,
                                    "displayName",
                                    name == null ? username : name,
                                    "roles",
                                    new TreeSet<>(roles))));
        }
    }

    @Command(
            name = "change",
            description = "Changes roles, name, or whether somebody may sign in.",
            mixinStandardHelpOptions = true)
    static final class Change extends ServerVerb {

        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "The roles from now on; several times.")
        private List<String> roles = List.of();

        @Option(names = "--name", paramLabel = "NAME", description = "What people read.")
        private @Nullable String name;

        @Option(names = "--disable", description = "May not sign in, and is signed out.")
        private boolean disable;

        @Option(names = "--enable", description = "May sign in again.")
        private boolean enable;

        @Override
        public Integer call() {
            if (disable && enable) {
                throw new WrongUsage("--disable or --enable, not both");
            }
            Map<String, Object> change = new LinkedHashMap<>();
            if (!roles.isEmpty()) {
                change.put("roles", new TreeSet<>(roles));
            }
            if (name != null) {
                change.put("displayName", name);
            }
            if (disable || enable) {
                change.put("disabled", disable);
            }
            if (change.isEmpty()) {
                throw new WrongUsage("name what changes: --role, --name, --disable or --enable");
            }
            JsonNode changed = api().patch(PEOPLE + "/" + Api.escape(username), change);
            if (json()) {
                print(changed);
            } else {
                say(username + " is " + words(changed.path("roles"))
                        + (changed.path("disabled").asBoolean() ? ", and may not sign in" : ""));
            }
            return DONE;
        }
    }

    @Command(
            name = "reset",
            description = "Voids password, codes and passkeys of a person, and makes a new link.",
            mixinStandardHelpOptions = true)
    static final class Reset extends Linking {

        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Override
        public Integer call() {
            return link(api().post(PEOPLE + "/" + Api.escape(username) + "/invitation", Map.of()));
        }
    }

    @Command(name = "sign-out", description = "Ends every session of a person.", mixinStandardHelpOptions = true)
    static final class SignOut extends ServerVerb {

        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Override
        public Integer call() {
            api().delete(PEOPLE + "/" + Api.escape(username) + "/sessions");
            say(username + " is signed out everywhere");
            return DONE;
        }
    }

    /** Shows a link for somebody else, once. */
    abstract static class Linking extends ServerVerb {

        int link(JsonNode made) {
            if (json()) {
                print(made);
                return DONE;
            }
            say("Give this link to " + made.at("/person/username").asString("")
                    + " by a way that nobody else reads. It works once, and is not shown again:");
            say("  " + console() + made.path("link").asString(""));
            return DONE;
        }
    }

    static String words(JsonNode list) {
        TreeSet<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asString("")));
        return String.join(", ", words);
    }
}
