package io.acso.core.detection;

import io.acso.core.detection.rule.Modifiers;
import io.acso.core.detection.value.Encodings;
import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.ValueTest;
import io.acso.core.detection.value.Wildcards;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms that a rule's text takes as its modifiers are applied one after the other.
 *
 * @param bytes whether characters stand for bytes, after a UTF-16 modifier
 * @param dashes whether the dashes of Windows options are to be taken for one another
 */
record TextForms(List<Wildcards> forms, boolean bytes, boolean dashes) {

    /** @throws IllegalArgumentException when a modifier cannot be applied to the text */
    static List<ValueTest> tests(Wildcards text, Modifiers modifiers) {
        TextForms forms = new TextForms(List.of(text), false, false);
        for (int i = 0; i < modifiers.names().size(); i++) {
            List<String> after =
                    modifiers.names().subList(i + 1, modifiers.names().size());
            forms = forms.apply(modifiers.names().get(i), after);
        }
        Fold fold = Fold.of(modifiers.has("cased"), forms.dashes);
        return forms.forms.stream().map(form -> form.test(fold)).toList();
    }

    private TextForms apply(String modifier, List<String> after) {
        return switch (modifier) {
            case "contains" -> with(forms.stream().map(form -> form.anyBefore().anyAfter()));
            case "startswith" -> with(forms.stream().map(Wildcards::anyAfter));
            case "endswith" -> with(forms.stream().map(Wildcards::anyBefore));
            case "windash" -> windash(after);
            case "wide", "utf16le" -> encoded(forms.stream().map(form -> form.encoded(StandardCharsets.UTF_16LE)));
            case "utf16be" -> encoded(forms.stream().map(form -> form.encoded(StandardCharsets.UTF_16BE)));
            case "utf16" ->
                encoded(forms.stream()
                        .map(form -> form.encoded(StandardCharsets.UTF_16LE).prefixed("\u00FF\u00FE")));
            case "base64" -> literals(forms.stream().map(form -> Encodings.base64(bytesOf(form))));
            case "base64offset" ->
                literals(forms.stream().flatMap(form -> Encodings.base64Offsets(bytesOf(form)).stream()));
            default -> this;
        };
    }

    /** Written out where an encoding follows; otherwise the comparison takes one dash for another. */
    private TextForms windash(List<String> after) {
        if (after.stream()
                .noneMatch(name -> name.startsWith("base64") || name.startsWith("utf") || name.equals("wide"))) {
            return new TextForms(forms, bytes, true);
        }
        return with(forms.stream()
                .flatMap(form -> Encodings.dashForms(literal(form)).stream().map(Wildcards::literal)));
    }

    private byte[] bytesOf(Wildcards form) {
        return Encodings.bytes(literal(form), bytes);
    }

    private static String literal(Wildcards form) {
        if (form.hasWildcards()) {
            throw new IllegalArgumentException(
                    "a text with wildcards cannot be encoded: escape them, and put contains last");
        }
        return form.literalText();
    }

    private TextForms with(Stream<Wildcards> changed) {
        return new TextForms(changed.toList(), bytes, dashes);
    }

    private TextForms encoded(Stream<Wildcards> changed) {
        return new TextForms(changed.toList(), true, dashes);
    }

    private TextForms literals(Stream<String> texts) {
        return new TextForms(texts.map(Wildcards::literal).toList(), false, dashes);
    }
}
