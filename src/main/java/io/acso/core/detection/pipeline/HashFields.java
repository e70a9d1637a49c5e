package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Hashes: MD5=…} becomes a field for each algorithm. A bare hash is known by its length. */
record HashFields(List<String> algorithms, String prefix, boolean bare, List<String> sources)
        implements Transformation {

    private static final Map<Integer, String> BY_LENGTH = Map.of(32, "MD5", 40, "SHA1", 64, "SHA256", 128, "SHA512");

    static HashFields read(Parameters parameters) {
        List<String> sources = parameters.texts("field_to_parse");
        String prefix = parameters.text("field_prefix");
        return new HashFields(
                parameters.requiredTexts("valid_hash_algos"),
                prefix == null ? "" : prefix,
                parameters.flag("drop_algo_prefix"),
                sources.isEmpty() ? List.of("Hashes", "Hash") : sources);
    }

    @Override
    public Draft apply(Draft draft, Stage stage) {
        return stage.change(draft, this::split);
    }

    private List<? extends Search> split(Item item) {
        boolean texts = item.values().stream().allMatch(value -> value.kind() == Kind.TEXT);
        if (!sources.contains(item.field()) || !texts || !Texts.changeable(item)) {
            return List.of(item);
        }
        Map<String, List<Scalar>> byField = new LinkedHashMap<>();
        for (Scalar value : Texts.spelled(item).values()) {
            Hash hash = hash(value.text());
            if (hash != null) {
                String field = prefix + (bare ? "" : hash.algorithm());
                byField.computeIfAbsent(field, none -> new ArrayList<>())
                        .add(new Scalar(value.line(), Kind.TEXT, hash.value()));
            }
        }
        if (byField.isEmpty()) {
            throw new InvalidRule(
                    item.line(), "no hash of " + algorithms + " is in '" + item.field() + "', as the pipeline asks");
        }
        Modifiers kept = item.modifiers().only("all", "neq");
        List<Item> items = new ArrayList<>();
        byField.forEach((field, values) -> items.add(item.withField(field).with(kept, values)));
        return List.of(kept.names().isEmpty() ? Search.any(items) : Search.all(items));
    }

    private record Hash(String algorithm, String value) {}

    private @Nullable Hash hash(String text) {
        String[] parts = text.split(text.contains("|") ? "\\|" : "=", -1);
        String value = parts[parts.length - 1].replaceAll("^[*?]+|[*?]+$", "");
        String algorithm = parts.length == 2
                ? parts[0].replaceAll("^\\*+", "").toUpperCase(Locale.ROOT)
                : BY_LENGTH.getOrDefault(value.length(), "");
        return parts.length <= 2 && algorithms.contains(algorithm) ? new Hash(algorithm, value) : null;
    }
}
