package io.acso.core.detection;

import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import io.acso.domain.kernel.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects correlation rules, and the rules that they may refer to, while files are read; once all are, resolves the
 * references.
 */
final class CorrelationReader {

    /**
     * What may be referred to.
     *
     * @param section null for a rule that looks at single events
     * @param leveled whether it gives a level itself
     * @param fingerprint of what it looks for, its references aside
     * @param forms of a rule that looks at single events
     * @param names of a field in each of these forms
     */
    record Document(
            SigmaRule about,
            @Nullable String name,
            @Nullable CorrelationSection section,
            boolean leveled,
            String fingerprint,
            List<CompiledRule> forms,
            Function<String, List<List<String>>> names) {

        String id() {
            return about.id();
        }
    }

    private final Map<String, Document> documents = new LinkedHashMap<>();

    /** Takes a rule that compiled. */
    void rule(Mapping document, List<CompiledRule> forms, Function<String, List<List<String>>> names) {
        add(document, forms.getLast().rule(), null, Meaning.of(forms), forms, names);
    }

    /** Takes a correlation rule whose own words are in order. */
    void correlation(Mapping document, SigmaRule about, CorrelationSection section) {
        StringBuilder meaning = new StringBuilder();
        YamlNode written = document.get("correlation");
        if (written != null) {
            write(written, meaning);
        }
        add(document, about, section, meaning.toString(), List.of(), field -> List.of());
    }

    private void add(
            Mapping document,
            SigmaRule about,
            @Nullable CorrelationSection section,
            String meaning,
            List<CompiledRule> forms,
            Function<String, List<List<String>>> names) {
        documents.put(
                about.id(),
                new Document(
                        about,
                        document.text("name"),
                        section,
                        document.text("level") != null,
                        Digest.ofParts(about.id(), meaning).hex(),
                        forms,
                        names));
    }

    /** The content without lines and comments: to move a rule within its file does not change it. */
    private static void write(YamlNode node, StringBuilder into) {
        switch (node) {
            case Scalar scalar ->
                into.append(scalar.kind())
                        .append(scalar.text().length())
                        .append(':')
                        .append(scalar.text());
            case Sequence sequence -> {
                into.append('[');
                sequence.items().forEach(item -> write(item, into));
                into.append(']');
            }
            case Mapping mapping -> {
                into.append('{');
                new TreeMap<>(mapping.entries()).forEach((key, value) -> {
                    into.append(key.length()).append(':').append(key);
                    write(value, into);
                });
                into.append('}');
            }
        }
    }

    /** Adds to the failures what refers to nothing, to several, or to itself. */
    Correlations resolve(List<RuleFailure> failures) {
        return new CorrelationLinks(List.copyOf(documents.values()), failures).resolve();
    }
}
