package io.acso.core.detection;

import io.acso.core.detection.pipeline.ProcessingPipeline;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Placeholders;
import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles a rule as its pipelines leave it, and in the other forms in which events may meet it. */
final class RuleForms {

    private final ProcessingPipeline pipeline;
    private final List<ProcessingPipeline> forms;
    private final DetectionCompiler compiler;

    RuleForms(Vocabulary vocabulary, RuleSources sources) {
        this.pipeline = ProcessingPipeline.joined(
                sources.pipelines().stream().map(Pipeline::processing).toList());
        this.forms = sources.forms().stream().map(Pipeline::processing).toList();
        Map<String, List<String>> placeholders = new HashMap<>(pipeline.vars());
        placeholders.putAll(sources.placeholders());
        this.compiler = new DetectionCompiler(new ItemCompiler(vocabulary, new Placeholders(placeholders)));
    }

    /** The other forms first. */
    List<CompiledRule> of(Draft written, String id, String path) {
        Draft draft = pipeline.apply(written);
        SigmaRule rule = RuleHeader.read(draft, id, path);
        List<LogSource> sources = new ArrayList<>();
        List<CompiledRule> compiled = new ArrayList<>();
        if (draft.logSource().equals(written.logSource())) {
            for (ProcessingPipeline other : forms) {
                Draft form = other.apply(draft);
                if (!form.logSource().equals(draft.logSource())) {
                    compiled.add(compile(rule, form, sources));
                    sources.add(form.logSource());
                }
            }
        }
        compiled.add(compile(rule, draft, sources));
        return compiled;
    }

    private CompiledRule compile(SigmaRule rule, Draft form, List<LogSource> except) {
        Scope scope = new Scope(form.logSource(), List.copyOf(except));
        return new CompiledRule(rule, scope, compiler.compile(form.detections()));
    }
}
