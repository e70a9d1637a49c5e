package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlReader;
import io.acso.core.detection.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads pipelines from YAML; the form is that of pySigma. */
public final class PipelineReader {

    private static final TestReader<Draft> RULES = new TestReader<>("rule", Tests.OF_RULES);
    private static final TestReader<Item> ITEMS = new TestReader<>("detection_item", Tests.OF_ITEMS);
    private static final TestReader<FieldUse> FIELDS = new TestReader<>("field_name", Tests.OF_FIELDS);

    private PipelineReader() {}

    /**
     * @param name of the file, which is the pipeline's where it gives none
     * @throws InvalidRule when the text is no pipeline
     */
    public static ProcessingPipeline read(String name, String yaml) {
        List<YamlNode> documents = YamlReader.documents(yaml);
        if (documents.size() != 1 || !(documents.getFirst() instanceof Mapping document)) {
            throw new InvalidRule(1, "a pipeline is one map with 'transformations' or 'vars'");
        }
        Parameters pipeline = new Parameters("the pipeline", document);
        String given = pipeline.text("name");
        Map<String, List<String>> vars = pipeline.node("vars") == null ? Map.of() : pipeline.textsByKey("vars");
        List<Step> steps = steps(pipeline.maps("transformations"));
        ProcessingPipeline read =
                new ProcessingPipeline(given == null ? name : given, priority(pipeline), vars, steps, notes(pipeline));
        pipeline.finish();
        return read;
    }

    private static int priority(Parameters pipeline) {
        String text = pipeline.text("priority");
        BigDecimal number = text == null ? BigDecimal.ZERO : Numbers.ofYaml(text);
        try {
            if (number != null) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            // told below
        }
        throw pipeline.wrong("'priority' takes a whole number");
    }

    private static List<String> notes(Parameters pipeline) {
        List<String> notes = new ArrayList<>();
        for (String key : List.of("postprocessing", "finalizers")) {
            if (pipeline.node(key) != null) {
                notes.add("'" + key + "' is passed over: it changes the text of queries, and here is none");
            }
        }
        if (pipeline.node("allowed_backends") != null) {
            notes.add("'allowed_backends' is passed over: it names writers of queries, and here is none");
        }
        return notes;
    }

    private static List<Step> steps(List<Mapping> items) {
        List<Step> steps = new ArrayList<>();
        for (Mapping item : items) {
            steps.add(step(item, steps.size() + 1));
        }
        return steps;
    }

    private static Step step(Mapping item, int number) {
        String type = item.text("type");
        if (type == null) {
            throw new InvalidRule(item.line(), "a transformation needs a 'type', as field_name_mapping");
        }
        Parameters parameters = new Parameters(type, item);
        parameters.text("type");
        String id = parameters.text("id");
        Transformation transformation =
                type.equals(Transformations.NEST) ? nest(parameters) : Transformations.read(type, parameters);
        Step step = new Step(
                id == null ? type + " " + item.line() + "/" + number : id,
                RULES.read(parameters),
                ITEMS.read(parameters),
                FIELDS.read(parameters),
                transformation);
        parameters.finish();
        return step;
    }

    /** Steps within a step share its rule's state. */
    private static Transformation nest(Parameters parameters) {
        List<Step> steps = steps(parameters.maps("items"));
        if (steps.isEmpty()) {
            throw parameters.wrong("needs 'items', a list of transformations");
        }
        return (draft, stage) -> {
            var changed = draft;
            for (Step step : steps) {
                changed = step.apply(changed, stage.run());
            }
            return changed;
        };
    }
}
