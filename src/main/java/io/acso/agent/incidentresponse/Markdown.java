package io.acso.agent.incidentresponse;

import io.acso.domain.kernel.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds Markdown in which whatever came from outside is shown as text and never means anything. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]()<>#+-!|~&";
    private static final int LONGEST = 600;

    /** What would begin a numbered list. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r]+");

    private final StringBuilder text = new StringBuilder();

    /** Any text, so that it is shown as it is. */
    static String escape(String raw) {
        StringBuilder safe = new StringBuilder();
        for (char c : line(raw).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0 || (c == '.' && NUMBER.matcher(safe).matches())) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** Any text on one line, all of it visible, and no longer than a reader bears. */
    static String line(String raw) {
        boolean all = raw.codePointCount(0, raw.length()) <= LONGEST;
        String cut = all ? raw : raw.substring(0, raw.offsetByCodePoints(0, LONGEST)) + " …";
        return Visible.line(BREAK.matcher(cut).replaceAll(" ")).strip();
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
        List<List<String>> rows = new ArrayList<>();
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
