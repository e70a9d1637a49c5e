package io.acso.core.detection.value;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Text with Sigma's wildcards: code points, {@code ?} for any one and {@code *} for any number. A backslash takes the
 * special meaning from a wildcard or a backslash after it, and is itself before anything else.
 */
public final class Wildcards {

    static final int ONE = -1;
    static final int MANY = -2;

    private final int[] symbols;

    Wildcards(int[] symbols) {
        this.symbols = symbols;
    }

    public static Wildcards parse(String text) {
        int[] points = text.codePoints().toArray();
        int[] symbols = new int[points.length];
        int length = 0;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '\\' && i + 1 < points.length && "\\*?".indexOf(points[i + 1]) >= 0) {
                symbols[length++] = points[++i];
            } else {
                symbols[length++] = point == '*' ? MANY : point == '?' ? ONE : point;
            }
        }
        return new Wildcards(Arrays.copyOf(symbols, length));
    }

    public static Wildcards literal(String text) {
        return new Wildcards(text.codePoints().toArray());
    }

    public boolean hasWildcards() {
        return IntStream.of(symbols).anyMatch(symbol -> symbol < 0);
    }

    public boolean isEmpty() {
        return symbols.length == 0;
    }

    /** With anything before it. */
    public Wildcards anyBefore() {
        return symbols.length > 0 && symbols[0] == MANY ? this : joined(IntStream.of(MANY), IntStream.of(symbols));
    }

    /** With anything after it. */
    public Wildcards anyAfter() {
        return symbols.length > 0 && symbols[symbols.length - 1] == MANY
                ? this
                : joined(IntStream.of(symbols), IntStream.of(MANY));
    }

    /** Each character's bytes in the charset, a character of their own each; wildcards stay. */
    public Wildcards encoded(Charset charset) {
        return new Wildcards(IntStream.of(symbols)
                .flatMap(symbol -> symbol < 0
                        ? IntStream.of(symbol)
                        : latin(Character.toString(symbol).getBytes(charset)))
                .toArray());
    }

    public Wildcards prefixed(String prefix) {
        return joined(prefix.codePoints(), IntStream.of(symbols));
    }

    Wildcards followedBy(Wildcards more) {
        return joined(IntStream.of(symbols), IntStream.of(more.symbols));
    }

    /** @throws IllegalStateException when there are wildcards */
    public String literalText() {
        if (hasWildcards()) {
            throw new IllegalStateException("wildcards have no text");
        }
        return text(0, symbols.length);
    }

    /** The test whether a whole value is as this says. */
    public ValueTest test(Fold fold) {
        return TextTests.of(mapped(symbol -> fold(symbol, fold)), fold);
    }

    int length() {
        return symbols.length;
    }

    int symbol(int index) {
        return symbols[index];
    }

    String text(int from, int to) {
        return new String(symbols, from, to - from);
    }

    private Wildcards mapped(IntUnaryOperator mapping) {
        return new Wildcards(IntStream.of(symbols).map(mapping).toArray());
    }

    private static int fold(int symbol, Fold fold) {
        return symbol < 0 || symbol > Character.MAX_VALUE ? symbol : fold.apply((char) symbol);
    }

    private static Wildcards joined(IntStream first, IntStream second) {
        return new Wildcards(IntStream.concat(first, second).toArray());
    }

    private static IntStream latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wildcards that && Arrays.equals(symbols, that.symbols);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols);
    }
}
