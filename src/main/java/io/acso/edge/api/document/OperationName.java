package io.acso.edge.api.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What generated clients call an operation, told by its method and path alone, so that it stays: {@code GET
 * /incidents/{id}/comments} is {@code getIncidentComments}. Its tag is the noun that the path begins with.
 */
record OperationName(String tag, String id) {

    private static final Pattern PREFIX = Pattern.compile("^/(api/v\\d+/)?");
    private static final Map<String, String> IRREGULAR = Map.of("people", "person");

    static OperationName of(String method, String path) {
        List<String> words = Arrays.asList(PREFIX.matcher(path).replaceFirst("").split("/"));
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (int i = 0; i < words.size(); i++) {
            if (!isVariable(words.get(i))) {
                boolean one = i + 1 < words.size() && isVariable(words.get(i + 1));
                id.append(joined(one ? singular(words.get(i)) : words.get(i)));
            }
        }
        return new OperationName(words.getFirst(), id.toString());
    }

    private static boolean isVariable(String word) {
        return word.startsWith("{");
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        String known = IRREGULAR.get(word);
        return known != null ? known : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code dead-letters} is {@code DeadLetters}. */
    private static String joined(String words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words.split("-")) {
            joined.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return joined.toString();
    }
}
