package io.acso.edge.cli;

import static java.util.stream.Collectors.joining;

import io.acso.core.detection.Explanation;
import io.acso.core.detection.Reason;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.edge.backtest.Routing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why rules match events or do not: a document of JSON per event and rule, or a few lines for people. */
final class ExplanationLines extends EventReport<List<Explanation>> {

    private static final int SHOWN_TEXT = 160;
    private static final int SHOWN_VALUES = 6;

    private final boolean json;
    private final @Nullable Long only;
    private long count;

    private record Checked(
            List<String> way,
            int line,
            String item,
            List<String> expected,
            boolean holds,
            Reason.Presence presence,
            List<String> had) {}

    private record Document(
            String ruleId,
            String title,
            String file,
            long event,
            boolean matches,
            @Nullable List<LogSource> wantedLogSources,
            @Nullable LogSource logSource,
            @Nullable List<Checked> checks) {}

    /** @param only the number of the event to explain; null for every one */
    ExplanationLines(Verb verb, boolean json, @Nullable Long only) {
        super(verb);
        this.json = json;
        this.only = only;
    }

    /** How many explanations were written. */
    long count() {
        return count;
    }

    @Override
    public void found(String input, long event, List<Explanation> explanations) {
        if (only == null || only == event) {
            for (Explanation explanation : explanations) {
                count++;
                if (json) {
                    line(Json.text(document(input, event, explanation)));
                } else {
                    show(input, event, explanation);
                }
            }
        }
    }

    private static Document document(String input, long event, Explanation explanation) {
        String id = explanation.rule().id();
        String title = explanation.rule().title();
        return switch (explanation) {
            case Explanation.OtherLogSource other ->
                new Document(id, title, input, event, false, other.wanted(), other.had(), null);
            case Explanation.Answered answered -> {
                List<Checked> checks = answered.decisive().stream()
                        .map(ExplanationLines::checked)
                        .toList();
                yield new Document(id, title, input, event, answered.matches(), null, null, checks);
            }
        };
    }

    private static Checked checked(Reason.Decisive decisive) {
        Reason.Check check = decisive.check();
        return new Checked(
                decisive.way(),
                check.line(),
                check.item(),
                check.expected(),
                check.holds(),
                check.presence(),
                check.had());
    }

    private void show(String input, long event, Explanation explanation) {
        String rule = explanation.rule().title();
        line(input + " event " + event + ": " + (explanation.matches() ? "MATCHES  " : "no match  ") + rule);
        switch (explanation) {
            case Explanation.OtherLogSource other -> {
                line("    the rule is for events of  "
                        + other.wanted().stream().map(Routing::text).collect(joining("  or  ")));
                line("    this one is of             " + Routing.text(other.had()));
            }
            case Explanation.Answered answered -> answered.decisive().forEach(this::show);
        }
    }

    private void show(Reason.Decisive decisive) {
        Reason.Check check = decisive.check();
        line("    " + (decisive.way().isEmpty() ? "" : String.join(" > ", decisive.way()) + ": ") + check.item()
                + "  (line " + check.line() + ")");
        line("        " + (check.holds() ? "asks for       " : "asks in vain   ") + texts(check.expected()));
        line("        the event has  "
                + switch (check.presence()) {
                    case ABSENT -> "no such field";
                    case NULL -> "null";
                    case VALUE -> texts(check.had());
                    case ANYWHERE -> check.holds() ? texts(check.had()) : "none of them anywhere";
                });
    }

    private static String texts(List<String> texts) {
        String shown = texts.stream()
                .limit(SHOWN_VALUES)
                .map(text -> text.length() <= SHOWN_TEXT ? text : text.substring(0, SHOWN_TEXT) + "…")
                .collect(joining("  |  "));
        return texts.size() <= SHOWN_VALUES ? shown : shown + "  and " + (texts.size() - SHOWN_VALUES) + " more";
    }
}
