package io.acso.core.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one workflow step. */
final class StepReader {

    private static final long MAX_MILLIS = Duration.ofDays(366).toMillis();
    private static final int MAX_COMMANDS = 100;

    private final String id;
    private final Cursor place;
    private final Parties parties;
    private final List<Problem> refusals;

    StepReader(String id, Cursor place, Parties parties, List<Problem> refusals) {
        this.id = id;
        this.place = place;
        this.parties = parties;
        this.refusals = refusals;
    }

    /** Null, and a problem, when this is no step at all. */
    @Nullable
    Step read() {
        if (!place.object()) {
            return null;
        }
        String type = place.at("type").text();
        if (!Shapes.identifier(type).matcher(id).matches()) {
            place.problem("a step's id is its type and a UUID: write " + type + "--UUID");
        }
        Step.Basics basics = basics(type);
        return switch (type) {
            case "start" -> new Step.Start(basics);
            case "end" -> new Step.End(basics);
            case "action" -> action(basics);
            case "parallel" -> parallel(basics);
            case "if-condition" ->
                new Step.IfStep(basics, condition(), id(place.at("on_true")), optionalId(place.at("on_false")));
            case "while-condition" -> new Step.WhileStep(basics, condition(), id(place.at("on_true")));
            case "switch-condition" ->
                new Step.SwitchStep(basics, Template.of(CommandReader.template(place.at("switch"))), cases());
            case "playbook-action" -> playbook(basics);
            default -> unknown();
        };
    }

    private @Nullable Step unknown() {
        place.at("type")
                .problem("is none of start, end, action, playbook-action, parallel, if-condition, while-condition,"
                        + " switch-condition");
        return null;
    }

    private Step.Basics basics(String type) {
        Step.Basics basics = new Step.Basics(
                id,
                type,
                place.at("name").textOr(""),
                place.at("description").textOr(""),
                Duration.ofMillis(place.at("delay").number(0, MAX_MILLIS, 0)),
                timeout(),
                VariableReader.variables(place.at("step_variables")),
                optionalId(place.at("on_completion")),
                optionalId(place.at("on_success")),
                optionalId(place.at("on_failure")),
                ExtensionReader.step(Shapes.extensions(place.at("step_extensions"))));
        Shapes.references(place.at("external_references"));
        optionalId(place.at("owner"));
        checkFlow(basics);
        return basics;
    }

    /** CACAO's 0 would fail every step at once; it is read as 'not stated'. */
    private @Nullable Duration timeout() {
        long millis = place.at("timeout").number(0, MAX_MILLIS, 0);
        return millis == 0 ? null : Duration.ofMillis(millis);
    }

    private void checkFlow(Step.Basics basics) {
        boolean branchesOut = basics.onSuccess() != null || basics.onFailure() != null;
        if (basics.onCompletion() != null && branchesOut) {
            place.at("on_completion").problem("excludes on_success and on_failure: use either");
        }
        switch (basics.type()) {
            case "end" -> {
                if (basics.afterSuccess() != null || basics.onFailure() != null) {
                    place.problem("an end step leads nowhere: remove on_completion, on_success and on_failure");
                }
            }
            case "start" -> {
                if (branchesOut || basics.onCompletion() == null) {
                    place.problem("a start step has on_completion, and neither on_success nor on_failure");
                }
            }
            case "action", "playbook-action" -> {
                if (basics.afterSuccess() == null) {
                    place.problem("leads nowhere: add on_completion or on_success, if only to an end step");
                }
            }
            default -> {}
        }
    }

    private Step action(Step.Basics basics) {
        Cursor commands = place.at("commands");
        if (!commands.present()) {
            commands.problem("is missing: add at least one command");
        }
        if (commands.node().size() > MAX_COMMANDS) {
            commands.problem("more than " + MAX_COMMANDS + " commands: split the step");
        }
        String agent = id(place.at("agent"));
        List<String> targets =
                place.at("targets").items().stream().map(StepReader::id).toList();
        String name = parties.agent(agent);
        CommandReader reader = new CommandReader(
                name, new OutsideCommands(basics, name, targets, parties, place.pointer(), refusals), refusals);
        return new Step.ActionStep(
                basics,
                commands.items().stream()
                        .flatMap(command -> reader.read(command).stream())
                        .toList(),
                agent,
                targets,
                VariableReader.references(place.at("in_args")),
                VariableReader.references(place.at("out_args")));
    }

    private Step playbook(Step.Basics basics) {
        Cursor version = place.at("playbook_version");
        List<String> inArgs = VariableReader.references(place.at("in_args"));
        return new Step.PlaybookStep(
                basics,
                new CommandData.SubPlaybook(
                        place.at("playbook_id").text(Shapes.identifier("playbook"), "write playbook--UUID"),
                        version.present() ? version.text(Shapes.TIMESTAMP, Shapes.TIMESTAMP_CURE) : null,
                        inArgs),
                inArgs,
                VariableReader.references(place.at("out_args")));
    }

    private Step parallel(Step.Basics basics) {
        Cursor next = place.at("next_steps");
        List<String> ids = next.items().stream().map(StepReader::id).toList();
        if (ids.size() < 2 && (next.node().isArray() || !next.present())) {
            next.problem("needs at least two steps: for one step use on_completion");
        }
        return new Step.ParallelStep(basics, ids);
    }

    private Condition condition() {
        Cursor written = place.at("condition");
        String text = written.text();
        try {
            return Condition.parse(text);
        } catch (ConditionInvalid e) {
            if (written.node().isString()) {
                written.problem("the condition cannot be read, " + e.getMessage());
            }
            return Condition.parse("true = true");
        }
    }

    private Map<String, String> cases() {
        Map<String, String> cases = new TreeMap<>();
        Cursor written = place.at("cases");
        if (!written.present()) {
            written.problem("is missing: add at least one case");
        }
        written.fields().forEach((value, step) -> cases.put(value, id(step)));
        return cases;
    }

    private static String id(Cursor place) {
        return place.text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE);
    }

    private static @Nullable String optionalId(Cursor place) {
        return place.present() ? id(place) : null;
    }
}
