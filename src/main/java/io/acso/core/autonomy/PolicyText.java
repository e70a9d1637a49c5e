package io.acso.core.autonomy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one policy and where it stands, so that an error in it can be found.
 *
 * @param line of the file where the text begins, counting from 1
 */
record PolicyText(String file, int line, String text) {

    /**
     * Cuts a file into policies, each up to the semicolon that ends it. Text after the last semicolon that is
     * not only comments is a policy too, for the parser to refuse.
     */
    static List<PolicyText> split(String file, String text) {
        List<PolicyText> policies = new ArrayList<>();
        int begin = 0;
        int at = 0;
        boolean blank = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            int next = past(text, at);
            boolean comment = next > at + 1 && c == '/';
            if (blank && !comment && !Character.isWhitespace(c)) {
                begin = at;
                blank = false;
            }
            if (c == ';') {
                policies.add(cut(file, text, begin, next));
                blank = true;
            }
            at = next;
        }
        if (!blank) {
            policies.add(cut(file, text, begin, text.length()));
        }
        return policies;
    }

    /** The line of the file at a byte of the text. */
    int lineAt(int offset) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int lines = line;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Where the token that begins at {@code at} ends, as far as it may hide a semicolon: a string or a comment. */
    private static int past(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.charAt(at) != '"') {
            return at + 1;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private static PolicyText cut(String file, String text, int begin, int end) {
        int line = 1
                + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
        return new PolicyText(file, line, text.substring(begin, end));
    }
}
