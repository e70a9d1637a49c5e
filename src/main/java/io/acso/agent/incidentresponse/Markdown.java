package io.acso.agent.incidentresponse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Builds Markdown in which whatever came from outside is shown as text and never means anything. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]()<>#+-!|~&";
    private static final int LONGEST = 600;

    private final StringBuilder text = new StringBuilder();

    /** Any text, so that it is shown as it is: on one line, no longer than a reader bears. */
    static String escape(String raw) {
        String line = raw.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        StringBuilder safe = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return raw.codePointCount(0, raw.length()) > LONGEST ? safe.append(" …").toString() : safe.toString();
    }

    Markdown heading(int level, String title) {
        text.append("\n")
                .append("#".repeat(level))
                .append(' ')
                .append(escape(title))
                .append("\n\n");
        return this;
    }

    Markdown paragraph(String words) {
        text.append(escape(words)).append("\n\n");
        return this;
    }

    Markdown bullet(String words) {
        text.append("* ").append(escape(words)).append('\n');
        return this;
    }

    Markdown table(List<String> columns, List<List<String>> rows) {
        text.append(row(columns))
                .append('|')
                .append(" --- |".repeat(columns.size()))
                .append('\n');
        rows.forEach(cells -> text.append(row(cells)));
        text.append('\n');
        return this;
    }

    Markdown pairs(String... namesAndValues) {
        List<List<String>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            rows.add(Arrays.asList(namesAndValues[i], namesAndValues[i + 1]));
        }
        return table(List.of("", ""), rows);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    String text() {
        return text.toString().strip() + "\n";
    }
}
