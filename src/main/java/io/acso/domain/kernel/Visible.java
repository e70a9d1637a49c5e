package io.acso.domain.kernel;

import java.lang.Character.UnicodeScript;

/**
 * Text from outside as it may be shown to people. Characters that are not seen but change what is (controls and with
 * them what steers a terminal, zero widths, fillers, tags, those that turn the direction of writing, marks piled up over
 * the lines around) are written as JSON writes them, {@code \u202e}, so that no name passes for another and a document
 * of JSON still says the same.
 */
public final class Visible {

    private static final int MOST_MARKS = 4;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int EMOJI_STYLE = 0xfe0f;

    /** Signs that make one letter of two in scripts of India, and need joiners to say how. */
    private static final String JOINING = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca";

    /** Letters and marks that show nothing. */
    private static final String EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

    private Visible() {}

    /** Lines stay lines. */
    public static String text(String raw) {
        return written(raw, true);
    }

    /** On one line: nothing in it begins another. */
    public static String line(String raw) {
        return written(raw, false);
    }

    private static String written(String raw, boolean lines) {
        StringBuilder text = new StringBuilder(raw.length());
        int marks = 0;
        int before = -1;
        for (int i = 0; i < raw.length(); i += Character.charCount(before)) {
            int c = raw.codePointAt(i);
            int after = i + Character.charCount(c) < raw.length() ? raw.codePointAt(i + Character.charCount(c)) : -1;
            marks = isMark(c) ? marks + 1 : 0;
            boolean isBreak = c == '\n' || c == '\t' || (c == '\r' && after == '\n');
            if (isBreak ? lines : marks <= MOST_MARKS && (isSeen(c) || isMeant(before, c, after))) {
                text.appendCodePoint(c);
            } else {
                write(c, text);
            }
            before = c;
        }
        return text.toString();
    }

    private static void write(int c, StringBuilder to) {
        for (char half : Character.toChars(c)) {
            to.append("\\u%04x".formatted((int) half));
        }
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> false;
            default -> EMPTY.indexOf(c) < 0 && !isSelector(c);
        };
    }

    /** Which picks a look for the character before, or carries what nobody sees. */
    private static boolean isSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff);
    }

    /** Joined emoji, and joiners in scripts that are not written without them. */
    private static boolean isMeant(int before, int c, int after) {
        boolean emoji = before >= 0 && (Character.isExtendedPictographic(before) || Character.isEmojiModifier(before));
        return switch (c) {
            case EMOJI_STYLE -> emoji;
            case ZERO_WIDTH_JOINER -> joins(before) || ((emoji || before == EMOJI_STYLE) && isPicture(after));
            case ZERO_WIDTH_NON_JOINER -> joins(before) || (isArabic(before) && isArabic(after));
            default -> false;
        };
    }

    private static boolean joins(int before) {
        return before >= 0 && JOINING.indexOf(before) >= 0;
    }

    private static boolean isPicture(int c) {
        return c >= 0 && Character.isExtendedPictographic(c);
    }

    private static boolean isArabic(int c) {
        return c >= 0 && UnicodeScript.of(c) == UnicodeScript.ARABIC;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
