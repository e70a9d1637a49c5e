package io.acso.core.detection;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts values in the place of {@code %name%}; {@code \%} is a plain percent sign. */
record Placeholders(Map<String, List<String>> values) {

    private static final Pattern TOKEN = Pattern.compile("\\\\%|%([\\w.-]+)%");
    private static final int MOST_FORMS = 100_000;

    /** @throws IllegalArgumentException when a placeholder has no values */
    List<String> expand(String text) {
        List<String> forms = List.of("");
        int end = 0;
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String before = text.substring(end, tokens.start());
            List<String> choices = choices(tokens.toMatchResult());
            if ((long) forms.size() * choices.size() > MOST_FORMS) {
                throw new IllegalArgumentException("the placeholders in '" + text + "' give too many values");
            }
            forms = forms.stream()
                    .flatMap(form -> choices.stream().map(choice -> form + before + choice))
                    .toList();
            end = tokens.end();
        }
        String rest = text.substring(end);
        return forms.stream().flatMap(form -> Stream.of(form + rest)).toList();
    }

    private List<String> choices(MatchResult token) {
        String name = token.group(1);
        if (name == null) {
            return List.of("%");
        }
        List<String> known = values.get(name);
        if (known == null || known.isEmpty()) {
            throw new IllegalArgumentException("no values for the placeholder %" + name
                    + "%: give them, or remove 'expand' to match it literally");
        }
        return known;
    }
}
