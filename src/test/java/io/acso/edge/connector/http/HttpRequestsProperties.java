package io.acso.edge.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.util.unit.DataSize;

/** Whatever a playbook says, a request goes to a listed host or nowhere. */
class HttpRequestsProperties {

    private static final HttpSettings SETTINGS = new HttpSettings(
            List.of("api.example", "*.inner.example:8443"),
            List.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofKilobytes(1),
            DataSize.ofKilobytes(1));

    private final HttpRequests requests = new HttpRequests(SETTINGS);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "https://",
                        "http://",
                        "api.example",
                        "evil.example",
                        "127.0.0.1",
                        "/",
                        "\\",
                        "@",
                        ":",
                        "#",
                        "?",
                        "%0d%0a",
                        "\r\n",
                        ":443",
                        ":8443",
                        ".",
                        "a.inner.example",
                        "%2f",
                        " ",
                        "\u0000",
                        "é",
                        "[::1]")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Action> actions() {
        Arbitrary<String> ids = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of("https://api.example", "https://a.inner.example:8443")),
                Tuple.of(2, texts()));
        Arbitrary<String> names = Arbitraries.of("", "-Case", "\r\nHost", ":", " ", "-é");
        Arbitrary<String> values = Arbitraries.oneOf(Arbitraries.of("42", "a b"), texts());
        return Combinators.combine(ids, texts(), names, values)
                .as((id, path, header, value) -> new Action(
                        "http.request",
                        new Target("http:api", id.replaceFirst("^https?://", ""), id),
                        Map.of("method", "POST", "path", "/" + path, "header.X" + header, value)));
    }

    @Property
    void a_request_goes_to_a_listed_host_or_nowhere(@ForAll("actions") Action action) {
        HttpCall call;
        try {
            call = requests.of(action);
        } catch (ActionInvalid refused) {
            return;
        }
        assertThat(call.url().getScheme()).isEqualTo("https");
        assertThat(call.url().getRawUserInfo()).isNull();
        assertThat(call.url().getHost().toLowerCase(Locale.ROOT)).matches("api\\.example|.+\\.inner\\.example");
        assertThat(call.url().getRawAuthority()).isEqualTo(action.target().scope());
        assertThat(call.text().lines().count())
                .as("one line for the request and one a header")
                .isEqualTo(2);
    }
}
