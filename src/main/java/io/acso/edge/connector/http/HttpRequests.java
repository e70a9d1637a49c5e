package io.acso.edge.connector.http;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.edge.connector.command.CommandArguments;
import io.acso.edge.connector.command.Credentials;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the request that an action describes, or says why it describes none that may be sent. */
final class HttpRequests {

    static final String REQUEST = "http.request";
    static final String OPENC2 = "http.openc2";

    private static final String TARGET = "http:api";
    private static final String HEADER = "header.";
    private static final int MOST_HEADERS = 50;
    private static final int MOST_HEADER_CHARACTERS = 8192;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "OPTIONS");
    /** They repeat without harm, as HTTP defines them (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    /** The connection's own, and those that would put a secret into the action. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "cookie",
            "authorization",
            "proxy-authorization");

    private final HttpSettings settings;
    private final AllowedHosts allowed;

    HttpRequests(HttpSettings settings) {
        this.settings = settings;
        this.allowed = AllowedHosts.of(settings.allowed());
    }

    /**
     * @throws ActionInvalid when it cannot be sent as described
     * @throws ActionNotConfigured when no host is listed at all
     */
    HttpCall of(Action action) {
        CommandArguments arguments = new CommandArguments(action);
        URI base = base(action);
        String method = arguments.text("method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw arguments.invalid(
                    "method", "is one of " + METHODS.stream().sorted().toList() + ", not " + method);
        }
        byte[] content = arguments.content("content", (int) settings.request().toBytes());
        if (content != null && WITHOUT_CONTENT.contains(method)) {
            throw arguments.invalid("content", "has no meaning with " + method + ": remove it");
        }
        HttpCall call =
                new HttpCall(method, url(base, arguments), headers(action, arguments), content, credentials(arguments));
        return action.kind().equals(OPENC2) ? OpenC2.of(call) : call;
    }

    /** What repeating it means where the action says nothing. */
    static RepeatSafety usual(Action action) {
        String method = action.arguments().getOrDefault("method", "").toUpperCase(Locale.ROOT);
        return action.kind().equals(REQUEST) && IDEMPOTENT.contains(method) ? RepeatSafety.NATURAL : RepeatSafety.NONE;
    }

    /** Policies decide by the scope, so it must be the host that is called. */
    private URI base(Action action) {
        if (!action.target().type().equals(TARGET)) {
            throw new ActionInvalid(action.kind() + " takes a target of type " + TARGET + ", not "
                    + action.target().type());
        }
        URI url = parsed(action.target().id());
        String host = url.getHost();
        boolean bare = host != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        boolean safe = "https".equals(url.getScheme())
                || "http".equals(url.getScheme()) && host != null && Addresses.loopback(host);
        if (host == null || !bare || !safe) {
            throw new ActionInvalid("the target of " + action.kind()
                    + " is https://host or https://host:port (http:// only on this machine), not " + url);
        }
        if (!action.target().scope().equals(url.getRawAuthority())) {
            throw new ActionInvalid("the target's scope is its host, " + url.getRawAuthority() + ", not "
                    + action.target().scope());
        }
        if (allowed.none()) {
            throw new ActionNotConfigured(
                    "set acso.http.allowed to the hosts that commands may call, such as " + entry(url));
        }
        if (!allowed.allow(url)) {
            throw new ActionInvalid("no command may call " + url + ": add " + entry(url) + " to acso.http.allowed");
        }
        return url;
    }

    private static String entry(URI url) {
        return url.getHost() + ":" + AllowedHosts.port(url);
    }

    private static URI url(URI base, CommandArguments arguments) {
        String path = arguments.find("path").orElse("/");
        URI url = parsed(base.getScheme() + "://" + base.getRawAuthority() + path);
        if (!path.startsWith("/") || url.getRawFragment() != null) {
            throw arguments.invalid("path", "begins with / and has no fragment, not '" + path + "'");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ActionInvalid("no URL: " + e.getMessage());
        }
    }

    private static SequencedMap<String, String> headers(Action action, CommandArguments arguments) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        int characters = 0;
        for (Map.Entry<String, String> argument : new TreeMap<>(action.arguments()).entrySet()) {
            if (argument.getKey().startsWith(HEADER)) {
                String name = argument.getKey().substring(HEADER.length());
                check(name, argument.getValue(), arguments);
                headers.put(name, argument.getValue());
                characters += name.length() + argument.getValue().length();
            }
        }
        if (headers.size() > MOST_HEADERS || characters > MOST_HEADER_CHARACTERS) {
            throw new ActionInvalid(
                    "a request has at most " + MOST_HEADERS + " headers of " + MOST_HEADER_CHARACTERS + " characters");
        }
        return headers;
    }

    private static void check(String name, String value, CommandArguments arguments) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}")
                || value.chars().anyMatch(one -> one < ' ' && one != '\t' || one > '~')) {
            throw arguments.invalid(HEADER + name, "is no header: a name and one line of ASCII are");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw arguments.invalid(
                    HEADER + name,
                    "cannot be set here: name a secret in the step's authentication information instead");
        }
    }

    private static @Nullable Credentials credentials(CommandArguments arguments) {
        Credentials credentials =
                arguments.credentials(Credentials.Type.HTTP_BASIC).orElse(null);
        if (credentials != null && credentials.type() == Credentials.Type.PRIVATE_KEY) {
            throw arguments.invalid("authentication_type", "is http-basic, user-auth or oauth2 over HTTP");
        }
        return credentials;
    }
}
