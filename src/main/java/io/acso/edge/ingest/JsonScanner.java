package io.acso.edge.ingest;

import io.acso.domain.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of one JSON object or array, a byte at a time, without building anything: its memory does
 * not grow with the input. After the first structural error it only counts brackets, and a line's end
 * ends it, so that one bad record does not swallow those that follow.
 */
final class JsonScanner {

    private enum Expect {
        KEY_OR_END,
        KEY,
        COLON,
        VALUE,
        VALUE_OR_END,
        COMMA_OR_END,
        SCALAR
    }

    private final boolean[] arrays = new boolean[Json.MAX_DEPTH + 1];
    private int depth;
    private Expect expect = Expect.VALUE;
    private boolean inString;
    private boolean escaped;
    private @Nullable String problem;

    /** A scanner that stands in an object, behind one of its values. */
    static JsonScanner insideObject() {
        JsonScanner scanner = new JsonScanner();
        scanner.depth = 1;
        scanner.expect = Expect.COMMA_OR_END;
        return scanner;
    }

    /** Why this is no JSON that we take; null as long as it may be. */
    @Nullable
    String problem() {
        return problem;
    }

    int depth() {
        return depth;
    }

    /** Within a string, where a byte other than quote, backslash and line's end changes nothing. */
    boolean inPlainText() {
        return inString && !escaped;
    }

    /** True when this byte ends the value. */
    boolean endsWith(int b) {
        if (inString) {
            return string(b);
        }
        if (problem != null) {
            return count(b);
        }
        if (isSpace(b)) {
            expect = expect == Expect.SCALAR ? Expect.COMMA_OR_END : expect;
            return false;
        }
        return structure(b);
    }

    private boolean string(int b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
        } else if (b == '\n') {
            fail("a string is not closed on its line");
            return true;
        }
        return false;
    }

    private boolean structure(int b) {
        return switch (b) {
            case '{', '[' -> open(b == '[');
            case '}', ']' -> close(b == ']');
            case '"' -> quote();
            case ',' -> comma();
            case ':' -> colon();
            default -> scalar(b);
        };
    }

    private boolean open(boolean array) {
        if (expect != Expect.VALUE && expect != Expect.VALUE_OR_END) {
            fail("'" + (array ? '[' : '{') + "' where none belongs");
            return count(array ? '[' : '{');
        }
        if (depth == Json.MAX_DEPTH) {
            fail("nested deeper than " + Json.MAX_DEPTH + " levels");
            return count(array ? '[' : '{');
        }
        arrays[++depth] = array;
        expect = array ? Expect.VALUE_OR_END : Expect.KEY_OR_END;
        return false;
    }

    private boolean close(boolean array) {
        Expect empty = array ? Expect.VALUE_OR_END : Expect.KEY_OR_END;
        boolean fits = expect == empty || expect == Expect.COMMA_OR_END || expect == Expect.SCALAR;
        if (arrays[depth] != array || !fits) {
            fail("'" + (array ? ']' : '}') + "' where none belongs");
        }
        expect = Expect.COMMA_OR_END;
        return --depth == 0;
    }

    private boolean quote() {
        switch (expect) {
            case KEY, KEY_OR_END -> expect = Expect.COLON;
            case VALUE, VALUE_OR_END -> expect = Expect.COMMA_OR_END;
            case COLON, COMMA_OR_END, SCALAR -> fail("a string where none belongs");
        }
        inString = true;
        return false;
    }

    private boolean comma() {
        if (expect != Expect.COMMA_OR_END && expect != Expect.SCALAR) {
            fail("',' where none belongs");
        }
        expect = arrays[depth] ? Expect.VALUE : Expect.KEY;
        return false;
    }

    private boolean colon() {
        if (expect != Expect.COLON) {
            fail("':' where none belongs");
        }
        expect = Expect.VALUE;
        return false;
    }

    private boolean scalar(int b) {
        if (expect == Expect.VALUE || expect == Expect.VALUE_OR_END) {
            expect = Expect.SCALAR;
        } else if (expect != Expect.SCALAR) {
            fail(b > ' ' && b < 0x7f ? "'" + (char) b + "' where none belongs" : "a byte where none belongs");
        }
        return false;
    }

    private boolean count(int b) {
        switch (b) {
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            case '"' -> inString = true;
            case '\n' -> {
                return true;
            }
            default -> {
                return false;
            }
        }
        return depth <= 0;
    }

    private void fail(String why) {
        if (problem == null) {
            problem = why;
        }
    }

    static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
