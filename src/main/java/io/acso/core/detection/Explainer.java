package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains one rule. It asks every part of the rule by itself, where matching asks as little as it can. Immutable, and
 * safe for any number of threads.
 */
public final class Explainer {

    private final SigmaRule rule;
    private final Map<Scope, Question> forms;

    static Explainer of(List<CompiledRule> forms) {
        SigmaRule rule = forms.getFirst().rule();
        Map<Scope, Question> questions = new LinkedHashMap<>();
        for (CompiledRule form : forms) {
            Written written = form.written();
            questions.put(form.scope(), new Questions(rule, written.placeholders()).of(written.detections()));
        }
        return new Explainer(rule, questions);
    }

    private Explainer(SigmaRule rule, Map<Scope, Question> forms) {
        this.rule = rule;
        this.forms = forms;
    }

    /** Asks something of an event. */
    interface Question {
        Reason of(EventView event);
    }

    public SigmaRule rule() {
        return rule;
    }

    /** Why the rule matches the event or not. */
    public Explanation explain(EventView event) {
        LogSource had = event.logSource();
        for (Map.Entry<Scope, Question> form : forms.entrySet()) {
            if (form.getKey().covers(had)) {
                return new Explanation.Answered(rule, form.getValue().of(event));
            }
        }
        List<LogSource> wanted =
                forms.keySet().stream().map(Scope::source).distinct().toList();
        return new Explanation.OtherLogSource(rule, wanted, had);
    }
}
