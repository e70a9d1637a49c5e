package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.Form;
import io.acso.core.intelligence.bulk.Source;
import io.acso.core.intelligence.bulk.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** One value a line; comments with {@code #} or {@code ;}; lines of a hosts file too. */
final class PlainList {

    /** What a hosts file sends names to that are not to be reached. */
    private static final Set<String> NOWHERE = Set.of("0.0.0.0", "127.0.0.1", "::", "::1");

    private final FeedIntake intake;
    private final Source source;

    PlainList(FeedIntake intake, Source source) {
        this.intake = intake;
        this.source = source;
    }

    void read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (lines.cut()) {
                intake.refuse(lines.number(), "the line is longer than " + Lines.LONGEST + " bytes");
            } else {
                String value = value(line.strip());
                if (!value.isEmpty()) {
                    intake.take(lines.number(), Form.ANY, value, Statement.NOTHING, source);
                }
            }
        }
    }

    private static String value(String line) {
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return "";
        }
        int gap = gap(line, 0);
        if (gap == line.length()) {
            return line;
        }
        String first = line.substring(0, gap);
        String rest = line.substring(gap).strip();
        if (rest.startsWith("#") || rest.startsWith(";")) {
            return first;
        }
        return NOWHERE.contains(first) ? rest.substring(0, gap(rest, 0)) : line;
    }

    private static int gap(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        return at;
    }
}
