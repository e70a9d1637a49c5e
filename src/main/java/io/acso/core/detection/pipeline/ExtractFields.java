package io.acso.core.detection.pipeline;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Numbers;
import io.acso.core.detection.value.Spelling;
import io.acso.core.detection.value.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Each named group of an expression becomes a field of its own. */
record ExtractFields(Pattern regex, String prefix, boolean keepOthers) implements Transformation {

    private static final Set<String> NOTHING = Set.of("null", "none");

    static ExtractFields read(Parameters parameters) {
        Pattern regex = Regexes.compile(parameters, parameters.required("regex"));
        if (regex.namedGroups().isEmpty()) {
            throw parameters.wrong("'regex' needs a named group, as (?P<name>…)");
        }
        String prefix = parameters.text("field_prefix");
        return new ExtractFields(regex, prefix == null ? "" : prefix + ".", parameters.flag("preserve_unmatched"));
    }

    @Override
    public Draft apply(Draft draft, Stage stage) {
        return stage.change(draft, this::extracted);
    }

    private List<? extends Search> extracted(Item item) {
        boolean texts = item.values().stream().allMatch(value -> value.kind() == Kind.TEXT);
        if (!texts || !Texts.changeable(item)) {
            return List.of(item);
        }
        Item spelled = Texts.spelled(item);
        List<Search> parts = new ArrayList<>();
        for (Scalar value : spelled.values()) {
            Matcher matcher = regex.matcher(Spelling.shown(Wildcards.parse(value.text())));
            if (matcher.lookingAt()) {
                parts.addAll(fields(spelled, value, matcher));
            } else if (keepOthers) {
                parts.add(spelled.withValues(List.of(value)));
            }
        }
        if (parts.isEmpty()) {
            return List.of(item);
        }
        return List.of(item.modifiers().has("all") ? Search.all(parts) : Search.any(parts));
    }

    private List<Search> fields(Item item, Scalar value, Matcher matcher) {
        List<Search> items = new ArrayList<>();
        regex.namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(group -> {
                    String found = matcher.group(group.getValue());
                    if (found != null && !found.isEmpty()) {
                        items.add(item.withField(prefix + group.getKey())
                                .with(Modifiers.NONE, List.of(typed(value.line(), found))));
                    }
                });
        return items.isEmpty() ? List.of() : List.of(Search.all(items));
    }

    /** A leading zero makes a text: it would be lost in a number. */
    private static Scalar typed(int line, String text) {
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return new Scalar(line, Kind.NULL, text);
        }
        boolean zero = text.startsWith("0") && !text.equals("0");
        if (zero || Numbers.ofYaml(text) == null) {
            return new Scalar(line, Kind.TEXT, Spelling.of(Spelling.ofShown(text)));
        }
        return new Scalar(line, Kind.NUMBER, text);
    }
}
