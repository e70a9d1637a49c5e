package io.acso.core.detection.pipeline;

import com.google.re2j.Pattern;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Numbers;
import io.acso.core.detection.value.Spelling;
import io.acso.core.detection.value.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Transformations of values. */
final class ValueChanges {

    private ValueChanges() {}

    private static Transformation exchange(Function<Scalar, @Nullable List<Scalar>> change) {
        return (draft, stage) -> stage.change(draft, item -> Texts.exchange(item, change));
    }

    private static Transformation ofTexts(Function<Scalar, @Nullable List<Scalar>> change) {
        return exchange(value -> value.kind() == Kind.TEXT ? change.apply(value) : null);
    }

    static Transformation replaceString(Parameters parameters) {
        Pattern regex = Regexes.compile(parameters, parameters.required("regex"));
        String replacement = Regexes.replacement(parameters.required("replacement"));
        boolean between = parameters.flag("skip_special");
        boolean interpret = parameters.flag("interpret_special");
        UnaryOperator<String> replace = text -> replaced(parameters, regex, replacement, text);
        return exchange(value -> {
            if (value.kind() != Kind.TEXT && value.kind() != Kind.NUMBER) {
                return null;
            }
            Wildcards before = Wildcards.parse(value.text());
            Wildcards after = between
                    ? Spelling.mapLiterals(before, replace)
                    : Spelling.ofPlain(replace.apply(Spelling.plain(before)));
            if (after.equals(before)) {
                return null;
            }
            Wildcards read = between && interpret ? Spelling.ofShown(Spelling.shown(after)) : after;
            return List.of(Texts.written(value, read));
        });
    }

    private static String replaced(Parameters parameters, Pattern regex, String replacement, String text) {
        try {
            return regex.matcher(text).replaceAll(replacement);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw parameters.wrong("the replacement names a group that the regex has not: " + e.getMessage());
        }
    }

    static Transformation mapString(Parameters parameters) {
        Map<String, List<String>> mapping = parameters.textsByKey("mapping");
        return ofTexts(value -> {
            List<String> others = mapping.get(Spelling.shown(Wildcards.parse(value.text())));
            return others == null
                    ? null
                    : others.stream()
                            .map(other -> new Scalar(value.line(), Kind.TEXT, other))
                            .toList();
        });
    }

    static Transformation changeCase(Parameters parameters) {
        String method = parameters.choice("method", "lower", "upper", "snake_case");
        return ofTexts(value -> List.of(Texts.written(
                value,
                Spelling.mapLiterals(Wildcards.parse(value.text()), text -> FieldMapping.spelled(method, text)))));
    }

    static Transformation setValue(Parameters parameters) {
        Scalar given = parameters.node("value") == null
                ? new Scalar(parameters.line(), Kind.NULL, "")
                : parameters.scalar("value");
        String type = parameters.choice("force_type", "", "str", "num");
        if (type.equals("num") && Numbers.ofYaml(given.text()) == null) {
            throw parameters.wrong("'" + given.text() + "' is no number, which 'force_type: num' asks for");
        }
        Kind kind = type.isEmpty() ? given.kind() : type.equals("num") ? Kind.NUMBER : Kind.TEXT;
        return (draft, stage) -> stage.change(draft, item -> {
            Scalar value = new Scalar(item.line(), kind, given.text());
            return List.of(item.with(item.modifiers().only("neq", "cased"), List.of(value)));
        });
    }

    static Transformation convertType(Parameters parameters) {
        parameters.required("target_type");
        boolean toText = parameters.choice("target_type", "str", "num").equals("str");
        return exchange(value -> {
            if (toText) {
                return value.kind() == Kind.NUMBER ? List.of(new Scalar(value.line(), Kind.TEXT, value.text())) : null;
            }
            if (value.kind() != Kind.TEXT) {
                return null;
            }
            if (Numbers.ofYaml(value.text()) == null) {
                throw new InvalidRule(
                        value.line(),
                        "'" + value.text() + "' is no number, and the pipeline's convert_type wants it to be one:"
                                + " restrict it by a condition");
            }
            return List.of(new Scalar(value.line(), Kind.NUMBER, value.text()));
        });
    }

    /** Both case-ignoring methods mean the same to an engine that has a flag for it. */
    static Transformation toRegex(Parameters parameters) {
        boolean cased = parameters
                .choice("method", "ignore_case_brackets", "ignore_case_flag", "plain")
                .equals("plain");
        return (draft, stage) -> stage.change(draft, item -> regexes(item, cased));
    }

    private static List<? extends Search> regexes(Item item, boolean cased) {
        if (!Texts.changeable(item) || item.modifiers().has("expand")) {
            return List.of(item);
        }
        Item spelled = Texts.spelled(item);
        List<Scalar> regexes = new ArrayList<>();
        List<Scalar> others = new ArrayList<>();
        for (Scalar value : spelled.values()) {
            if (value.kind() == Kind.TEXT && !value.text().isEmpty()) {
                String regex = Spelling.regex(Wildcards.parse(value.text()));
                regexes.add(new Scalar(value.line(), Kind.TEXT, item.isKeywords() ? regex : "^(?:" + regex + ")$"));
            } else {
                others.add(value);
            }
        }
        if (regexes.isEmpty()) {
            return List.of(item);
        }
        Modifiers kept = spelled.modifiers().only("all", "neq");
        List<Search> parts = new ArrayList<>();
        parts.add(spelled.with(cased ? kept.after("re", "s") : kept.after("re", "s", "i"), regexes));
        if (!others.isEmpty()) {
            parts.add(spelled.withValues(others));
        }
        boolean every = kept.has("all") || kept.has("neq");
        return List.of(every ? Search.all(parts) : Search.any(parts));
    }
}
