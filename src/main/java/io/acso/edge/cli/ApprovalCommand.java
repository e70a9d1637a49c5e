package io.acso.edge.cli;

import io.acso.edge.client.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Questions to a person. */
@Command(
        name = "approval",
        description = "Plans that wait for a person's answer on the running platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ApprovalCommand.ListAll.class,
            ApprovalCommand.Show.class,
            ApprovalCommand.Approve.class,
            ApprovalCommand.Reject.class
        })
final class ApprovalCommand {

    @Command(name = "list", description = "Lists approvals, the newest first.", mixinStandardHelpOptions = true)
    static final class ListAll extends ListVerb {

        @Override
        String path() {
            return "/approvals";
        }

        @Override
        Table heads() {
            return new Table("ID", "STATUS", "ACTIONS", "FOR", "EXPIRES", "WHY");
        }

        @Override
        void row(Table table, JsonNode item) {
            table.row(
                    text(item, "id"),
                    text(item, "status"),
                    text(item, "actions"),
                    text(item, "subject"),
                    text(item, "expires"),
                    text(item, "why"));
        }
    }

    @Command(name = "show", description = "Shows the exact plan that is asked about.", mixinStandardHelpOptions = true)
    static final class Show extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode approval = api().get("/approvals/" + Api.escape(id));
            if (json()) {
                print(approval);
            } else {
                describe(this, approval);
            }
            return DONE;
        }
    }

    @Command(name = "approve", description = "Approves a plan.", mixinStandardHelpOptions = true)
    static final class Approve extends Answer {
        @Override
        boolean approves() {
            return true;
        }
    }

    @Command(name = "reject", description = "Rejects a plan.", mixinStandardHelpOptions = true)
    static final class Reject extends Answer {
        @Override
        boolean approves() {
            return false;
        }
    }

    /** The answer binds to the plan that was shown, or whose hash was given. */
    abstract static class Answer extends ServerVerb {

        @Parameters(paramLabel = "ID")
        private String id = "";

        @Option(
                names = "--plan-hash",
                paramLabel = "HASH",
                description = "The plan that is answered, as 'approval show' prints it; needed without a terminal.")
        private @Nullable String planHash;

        @Option(names = "--comment", description = "Kept with the answer.", defaultValue = "")
        private String comment = "";

        abstract boolean approves();

        @Override
        public Integer call() {
            Api api = api();
            String path = "/approvals/" + Api.escape(id);
            String hash = planHash;
            if (hash == null) {
                if (!terminal().present()) {
                    throw new WrongUsage("without a terminal nobody can be asked: give --plan-hash HASH, which"
                            + " 'acso approval show " + id + "' prints");
                }
                JsonNode approval = api.get(path);
                describe(this, approval);
                if (!terminal().agrees(approves() ? "Carry out exactly this?" : "Reject this plan?")) {
                    say("nothing was answered");
                    return CHECK_FAILED;
                }
                hash = approval.path("planHash").asString("");
            }
            JsonNode accepted =
                    api.post(path + "/answer", Map.of("approve", approves(), "planHash", hash, "comment", comment));
            if (json()) {
                print(accepted);
            } else {
                say((approves() ? "approved " : "rejected ") + id + "; the supervisor goes on from here");
            }
            return DONE;
        }
    }

    private static void describe(Verb verb, JsonNode body) {
        JsonNode approval = body.path("approval");
        verb.say(approval.path("id").asString("") + "  "
                + approval.path("status").asString("") + ", for "
                + approval.path("subject").asString("") + ", expires "
                + approval.path("expires").asString(""));
        verb.say(approval.path("why").asString(""));
        JsonNode terms = body.path("terms");
        verb.say(terms.path("quorum").asString("1") + " must agree, " + body.path("missing").asString("0")
                + " still missing; proved by " + terms.path("assurance").asString("TOKEN") + " at least"
                + (body.path("groups").isEmpty() ? "" : "; asked: " + body.path("groups")));
        body.path("votes").forEach(vote -> verb.say("  "
                + (vote.path("approve").asBoolean(false) ? "approved by " : "rejected by ")
                + vote.path("by").asString("")
                + (vote.hasNonNull("onBehalfOf") ? " for " + vote.path("onBehalfOf").asString("") : "")));
        verb.say("The plan:");
        int number = 0;
        for (JsonNode planned : body.at("/plan/actions")) {
            number++;
            verb.say("  " + number + ". " + planned.at("/dryRun/summary").asString(""));
            planned.at("/dryRun/calls").forEach(call -> verb.say("       " + call.asString("")));
            verb.say("       touches " + planned.at("/blastRadius/count").asString("") + " of "
                    + planned.at("/blastRadius/fleet").asString("") + ": "
                    + planned.at("/blastRadius/basis").asString("") + "; "
                    + (planned.at("/dryRun/inverse").isMissingNode() ? "cannot be undone" : "can be undone"));
        }
        for (JsonNode constraint : body.at("/plan/constraints")) {
            verb.say("  later, at most " + constraint.path("most").asString("") + " of "
                    + constraint.path("kind").asString("") + " on " + constraint.path("targetType").asString("") + " "
                    + constraint.path("scope").asString("") + " " + constraint.path("target").asString("")
                    + " with " + constraint.path("arguments"));
        }
        verb.say("Plan hash: " + body.path("planHash").asString(""));
    }
}
