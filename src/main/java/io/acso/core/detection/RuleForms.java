package io.acso.core.detection;

import io.acso.core.detection.pipeline.ProcessingPipeline;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Placeholders;
import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compiles a rule as its pipelines leave it, and in the other forms in which events may meet it. */
final class RuleForms {

    private final ProcessingPipeline pipeline;
    private final List<ProcessingPipeline> forms;
    private final Placeholders placeholders;
    private final DetectionCompiler compiler;

    RuleForms(Vocabulary vocabulary, RuleSources sources) {
        this.pipeline = ProcessingPipeline.joined(
                sources.pipelines().stream().map(Pipeline::processing).toList());
        this.forms = sources.forms().stream().map(Pipeline::processing).toList();
        Map<String, List<String>> values = new HashMap<>(pipeline.vars());
        values.putAll(sources.placeholders());
        this.placeholders = new Placeholders(values);
        this.compiler = new DetectionCompiler(new ItemCompiler(vocabulary, placeholders));
    }

    /** The other forms first. */
    List<CompiledRule> of(Draft written, String id, String path) {
        List<Draft> drafts = drafts(written);
        SigmaRule rule = RuleHeader.read(drafts.getLast(), id, path);
        List<LogSource> sources = new ArrayList<>();
        List<CompiledRule> compiled = new ArrayList<>();
        for (Draft draft : drafts) {
            compiled.add(compile(rule, draft, sources));
            sources.add(draft.logSource());
        }
        return compiled;
    }

    /** What a field of the rule is called in each of its forms, in their order. */
    List<List<String>> names(Draft written, String field) {
        List<Draft> with = drafts(written.withFields(List.of(field)));
        List<Draft> without = drafts(written.withFields(List.of()));
        return IntStream.range(0, with.size())
                .mapToObj(form -> {
                    List<String> names = new ArrayList<>(with.get(form).fields());
                    without.get(form).fields().forEach(names::remove);
                    return names.isEmpty() ? List.of(field) : List.copyOf(names);
                })
                .toList();
    }

    private List<Draft> drafts(Draft written) {
        Draft own = pipeline.apply(written);
        List<Draft> drafts = new ArrayList<>();
        if (own.logSource().equals(written.logSource())) {
            forms.stream()
                    .map(other -> other.apply(own))
                    .filter(form -> !form.logSource().equals(own.logSource()))
                    .forEach(drafts::add);
        }
        drafts.add(own);
        return drafts;
    }

    private CompiledRule compile(SigmaRule rule, Draft form, List<LogSource> except) {
        Scope scope = new Scope(form.logSource(), List.copyOf(except));
        return new CompiledRule(
                rule, scope, compiler.compile(form.detections()), new Written(form.detections(), placeholders));
    }
}
