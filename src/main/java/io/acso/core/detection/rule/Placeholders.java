package io.acso.core.detection.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of {@code %name%}; {@code \\%} is a plain percent sign. */
public record Placeholders(Map<String, List<String>> values) {

    private static final Pattern TOKEN = Pattern.compile("\\\\%|%([\\w.-]+)%");
    private static final int MOST_FORMS = 100_000;

    /** @throws IllegalArgumentException when a placeholder has no values */
    public List<String> expand(String text) {
        return replace(text, token -> token.group(1) == null ? List.of("%") : known(token.group(1)));
    }

    /**
     * As {@link #expand}, but what is left can be expanded later.
     *
     * @param choices the values of a placeholder; null for one that stays
     * @throws IllegalArgumentException when there would be too many forms
     */
    public static List<String> replaceSome(String text, Function<String, @Nullable List<String>> choices) {
        return replace(text, token -> {
            String name = token.group(1);
            List<String> known = name == null ? null : choices.apply(name);
            return known == null
                    ? List.of(token.group())
                    : known.stream().map(value -> value.replace("%", "\\%")).toList();
        });
    }

    private static List<String> replace(String text, Function<MatchResult, List<String>> choose) {
        List<String> forms = List.of("");
        int end = 0;
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String before = text.substring(end, tokens.start());
            List<String> choices = choose.apply(tokens.toMatchResult());
            if ((long) forms.size() * choices.size() > MOST_FORMS) {
                throw new IllegalArgumentException("the placeholders in '" + text + "' give too many values");
            }
            forms = forms.stream()
                    .flatMap(form -> choices.stream().map(choice -> form + before + choice))
                    .toList();
            end = tokens.end();
        }
        String rest = text.substring(end);
        return forms.stream().map(form -> form + rest).toList();
    }

    private List<String> known(String name) {
        List<String> known = values.get(name);
        if (known == null || known.isEmpty()) {
            throw new IllegalArgumentException("no values for the placeholder %" + name
                    + "%: give them, or remove 'expand' to match it literally");
        }
        return known;
    }
}
