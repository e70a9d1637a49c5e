package io.acso.edge.demo.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of the AWS query protocol: form parameters, with region and service from the signature's scope.
 *
 * @param service as it signs itself: {@code ec2}, {@code iam}, {@code sts}
 */
record QueryCall(String service, String region, Map<String, String> parameters) {

    private static final Pattern SCOPE =
            Pattern.compile("Credential=[^/]+/\\d{8}/([a-z0-9-]+)/([a-z0-9]+)/aws4_request");

    static QueryCall parse(@Nullable String authorization, String form) {
        if (authorization == null) {
            throw new Refusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        Matcher scope = SCOPE.matcher(authorization);
        if (!scope.find()) {
            throw new Refusal(400, "IncompleteSignature", "Authorization header requires a Credential of Signature V4");
        }
        return new QueryCall(scope.group(2), scope.group(1), decode(form));
    }

    String action() {
        return parameters.getOrDefault("Action", "");
    }

    String required(String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.missing(name);
        }
        return value;
    }

    String optional(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** The values of {@code Name.1}, {@code Name.2} and so on. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; parameters.containsKey(name + "." + i); i++) {
            values.add(parameters.getOrDefault(name + "." + i, ""));
        }
        return values;
    }

    /** The prefixes {@code Name.1}, {@code Name.2} and so on of structures. */
    List<String> structures(String name) {
        List<String> prefixes = new ArrayList<>();
        for (int i = 1; hasUnder(name + "." + i + "."); i++) {
            prefixes.add(name + "." + i);
        }
        return prefixes;
    }

    /** EC2's filters: values by filter name. */
    Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String prefix : structures("Filter")) {
            filters.put(required(prefix + ".Name"), list(prefix + ".Value"));
        }
        return filters;
    }

    /** The tags that EC2's TagSpecification asks for on what is made. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String specification : structures("TagSpecification")) {
            for (String tag : structures(specification + ".Tag")) {
                tags.put(required(tag + ".Key"), optional(tag + ".Value", ""));
            }
        }
        return tags;
    }

    private boolean hasUnder(String prefix) {
        return parameters.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    private static Map<String, String> decode(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "MalformedQueryString", "The query string contains a syntax error");
        }
    }
}
