package io.acso.core.detection.oracle;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule's text as a list of symbols: each a character (one code point) or one of the two wildcards. Modifiers turn
 * one such list into another, or into several of which one has to fit.
 */
final class OracleText {

    /** Longer than one character, so neither is ever mistaken for one. */
    private static final String MANY = "<many>";

    private static final String ONE = "<one>";
    private static final List<String> DASHES = List.of("-", "/", "\u2013", "\u2014", "\u2015");

    private OracleText() {}

    /** Whether the whole text fits one of the forms that the modifiers, applied in their order, make of the value. */
    static boolean fits(String value, List<String> modifiers, boolean anywhere, String text) {
        List<List<String>> forms = List.of(anywhere ? around(parse(value)) : parse(value));
        boolean bytes = false;
        for (String modifier : modifiers) {
            boolean charactersAreBytes = bytes;
            forms = forms.stream()
                    .flatMap(form -> apply(modifier, form, charactersAreBytes).stream())
                    .toList();
            bytes = modifier.startsWith("utf16") || modifier.equals("wide") || bytes && !modifier.startsWith("base64");
        }
        boolean cased = modifiers.contains("cased");
        List<String> characters = characters(cased ? text : fold(text));
        return forms.stream()
                .map(form -> cased ? form : form.stream().map(OracleText::fold).toList())
                .anyMatch(form -> fits(form, characters));
    }

    /** {@code *} in a name's pattern stands for anything. */
    static boolean glob(String pattern, String name) {
        List<String> symbols = characters(pattern).stream()
                .map(symbol -> symbol.equals("*") ? MANY : symbol)
                .toList();
        return fits(symbols, characters(name));
    }

    /** Upper and lower case are one, character by character. */
    static String fold(String text) {
        if (text.equals(MANY) || text.equals(ONE)) {
            return text;
        }
        StringBuilder folded = new StringBuilder();
        for (char c : text.toCharArray()) {
            folded.append(Character.toLowerCase(Character.toUpperCase(c)));
        }
        return folded.toString();
    }

    private static List<String> parse(String value) {
        List<String> characters = characters(value);
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            String character = characters.get(i);
            boolean escapes = character.equals("\\")
                    && i + 1 < characters.size()
                    && List.of("\\", "*", "?").contains(characters.get(i + 1));
            if (escapes) {
                symbols.add(characters.get(++i));
            } else {
                symbols.add(character.equals("*") ? MANY : character.equals("?") ? ONE : character);
            }
        }
        return symbols;
    }

    private static List<List<String>> apply(String modifier, List<String> form, boolean bytes) {
        return switch (modifier) {
            case "contains" -> List.of(around(form));
            case "startswith" -> List.of(join(form, List.of(MANY)));
            case "endswith" -> List.of(join(List.of(MANY), form));
            case "windash" -> dashes(form);
            case "wide", "utf16le" -> List.of(encode(form, StandardCharsets.UTF_16LE));
            case "utf16be" -> List.of(encode(form, StandardCharsets.UTF_16BE));
            case "utf16" -> List.of(join(List.of("\u00FF", "\u00FE"), encode(form, StandardCharsets.UTF_16LE)));
            case "base64" -> List.of(characters(Base64.getEncoder().encodeToString(bytes(form, bytes))));
            case "base64offset" -> offsets(bytes(form, bytes));
            default -> List.of(form);
        };
    }

    private static List<String> around(List<String> form) {
        return join(List.of(MANY), join(form, List.of(MANY)));
    }

    private static List<List<String>> dashes(List<String> form) {
        if (form.isEmpty()) {
            return List.of(form);
        }
        List<String> choices = DASHES.contains(form.getFirst()) ? DASHES : List.of(form.getFirst());
        List<List<String>> all = new ArrayList<>();
        for (List<String> rest : dashes(form.subList(1, form.size()))) {
            choices.forEach(choice -> all.add(join(List.of(choice), rest)));
        }
        return all;
    }

    /** Each character becomes its bytes, a byte the Latin-1 character of that number. */
    private static List<String> encode(List<String> form, Charset charset) {
        return form.stream()
                .flatMap(symbol -> symbol.equals(MANY) || symbol.equals(ONE)
                        ? Stream.of(symbol)
                        : characters(new String(symbol.getBytes(charset), StandardCharsets.ISO_8859_1)).stream())
                .toList();
    }

    private static byte[] bytes(List<String> form, boolean charactersAreBytes) {
        return String.join("", form)
                .getBytes(charactersAreBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** What is the same in the Base64 of the bytes whatever stands before and after them, at each of three places. */
    private static List<List<String>> offsets(byte[] bytes) {
        List<List<String>> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            String zeros = amid(bytes, before, 0);
            String ones = amid(bytes, before, -1);
            List<String> same = new ArrayList<>();
            for (int i = 0; i < zeros.length(); i++) {
                if (zeros.charAt(i) == ones.charAt(i)) {
                    same.add(zeros.substring(i, i + 1));
                }
            }
            forms.add(same);
        }
        return forms;
    }

    private static String amid(byte[] bytes, int before, int filler) {
        byte[] whole = new byte[before + bytes.length + 3];
        Arrays.fill(whole, (byte) filler);
        System.arraycopy(bytes, 0, whole, before, bytes.length);
        return Base64.getEncoder().withoutPadding().encodeToString(whole);
    }

    /** Row by row: whether the first symbols fit the first characters. */
    private static boolean fits(List<String> symbols, List<String> characters) {
        boolean[] row = new boolean[characters.size() + 1];
        row[0] = true;
        for (String symbol : symbols) {
            boolean[] below = new boolean[row.length];
            below[0] = symbol.equals(MANY) && row[0];
            for (int i = 0; i < characters.size(); i++) {
                boolean one = symbol.equals(ONE) || symbol.equals(characters.get(i));
                below[i + 1] = symbol.equals(MANY) ? row[i + 1] || below[i] : one && row[i];
            }
            row = below;
        }
        return row[characters.size()];
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
