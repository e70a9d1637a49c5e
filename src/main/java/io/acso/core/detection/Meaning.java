package io.acso.core.detection;

import io.acso.core.detection.rule.Detection;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Placeholders;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.List;
import java.util.TreeMap;

/**
 * What a rule looks for, as text: the same as long as the rule, with all that pipelines, filters and placeholders made of
 * it, matches the same events for the same reasons. Lines and comments are no part of it.
 */
final class Meaning {

    private final StringBuilder text = new StringBuilder();
    private final Placeholders placeholders;

    private Meaning(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** @param forms of one rule */
    static String of(List<CompiledRule> forms) {
        StringBuilder all = new StringBuilder();
        for (CompiledRule form : forms) {
            Meaning meaning = new Meaning(form.written().placeholders());
            meaning.add(form.scope().toString());
            form.written().detections().forEach(meaning::add);
            all.append(meaning.text);
        }
        return all.toString();
    }

    private void add(Detection detection) {
        add(detection.condition().toString());
        new TreeMap<>(detection.searches()).forEach((name, search) -> {
            add(name);
            add(search);
        });
    }

    private void add(Search search) {
        switch (search) {
            case Item item -> add(item);
            case Search.AllOf all -> add("all", all.parts());
            case Search.AnyOf any -> add("any", any.parts());
        }
    }

    private void add(String kind, List<Search> parts) {
        add(kind + parts.size());
        parts.forEach(this::add);
    }

    private void add(Item item) {
        add(item.field());
        add(item.modifiers().names().toString());
        for (Scalar value : item.values()) {
            add(value.kind().name());
            List<String> texts =
                    item.modifiers().has("expand") ? placeholders.expand(value.text()) : List.of(value.text());
            texts.forEach(this::add);
        }
    }

    /** With its length, so that no two contents run together to the same text. */
    private void add(String part) {
        text.append(part.length()).append(':').append(part);
    }
}
