package io.acso.core.detection.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The transformations of Sigma that give a literal text other forms. */
public final class Encodings {

    private static final int MOST_FORMS = 1000;

    private Encodings() {}

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * What the bytes look like inside Base64 of longer data, whichever of the three positions they begin at: only
     * characters that no neighbouring byte can change.
     *
     * @throws IllegalArgumentException when there are too few bytes to leave any such character
     */
    public static List<String> base64Offsets(byte[] bytes) {
        if (bytes.length < 2) {
            throw new IllegalArgumentException("base64offset needs at least two characters");
        }
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int firstSure = (shift * 8 + 5) / 6;
            int endSure = shifted.length * 8 / 6;
            forms.add(base64(shifted).substring(firstSure, endSure));
        }
        return forms;
    }

    /** The text with every dash that Windows knows in each place that has one. */
    public static List<String> dashForms(String text) {
        List<StringBuilder> forms = List.of(new StringBuilder());
        for (char c : text.toCharArray()) {
            String choices = Fold.DASH_CHARACTERS.indexOf(c) >= 0 ? Fold.DASH_CHARACTERS : String.valueOf(c);
            if (forms.size() * choices.length() > MOST_FORMS && choices.length() > 1) {
                throw new IllegalArgumentException("too many dashes to encode every form of '" + text + "'");
            }
            List<StringBuilder> longer = new ArrayList<>();
            for (StringBuilder form : forms) {
                choices.chars().forEach(choice -> longer.add(new StringBuilder(form).append((char) choice)));
            }
            forms = longer;
        }
        return forms.stream().map(StringBuilder::toString).toList();
    }

    /** The bytes of a text whose characters stand for bytes, or its UTF-8. */
    public static byte[] bytes(String text, boolean charactersAreBytes) {
        return text.getBytes(charactersAreBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
