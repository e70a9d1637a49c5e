package io.acso.core.playbook;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an HTTP request goes. In the clear only when the document asks for it: by its URL, or by port 80.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, with the port where it is not the scheme's own; may refer to variables
 * @param prefix path that all requests begin with; empty, or begins with a slash
 */
record Endpoint(String scheme, String authority, String prefix) {

    private static final Pattern URL = Pattern.compile("(https?)://([^/?#\\s]+)(/[^?#\\s]*)?");
    private static final Set<String> OWN_PORTS = Set.of("", "80", "443");

    static Optional<Endpoint> of(Party target) {
        if (target.url().isPresent()) {
            Matcher url = URL.matcher(target.url().get());
            return url.matches()
                    ? Optional.of(new Endpoint(url.group(1), url.group(2), trimmed(url.group(3))))
                    : Optional.empty();
        }
        String scheme = target.port().equals("80") ? "http" : "https";
        String port = OWN_PORTS.contains(target.port()) ? "" : ":" + target.port();
        return target.host().map(host -> new Endpoint(scheme, host + port, ""));
    }

    String base() {
        return scheme + "://" + authority;
    }

    String path(String wanted) {
        return prefix + (wanted.startsWith("/") ? wanted : "/" + wanted);
    }

    private static String trimmed(@org.jspecify.annotations.Nullable String path) {
        return path == null ? "" : path.replaceAll("/+$", "");
    }
}
