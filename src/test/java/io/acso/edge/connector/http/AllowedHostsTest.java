package io.acso.edge.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Target;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AllowedHostsTest {

    @ParameterizedTest
    @CsvSource({
        "api.example, https://api.example, true",
        "api.example, https://API.example:443, true",
        "api.example, https://api.example:8443, false",
        "api.example:8443, https://api.example:8443, true",
        "*.example, https://a.b.example, true",
        "*.example, https://example, false",
        "*.example, https://evilexample, false",
        "api.example, https://api.example.evil, false",
        "127.0.0.1:80, http://127.0.0.1, true"
    })
    void a_host_is_allowed_by_its_whole_name_and_port(String entry, String url, boolean allowed) {
        assertThat(AllowedHosts.of(List.of(entry)).allow(URI.create(url))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:443", "https://api.example", "api.example/v1", "a b", ""})
    void what_is_no_host_is_refused_at_the_start(String entry) {
        assertThatThrownBy(() -> settings(List.of(entry), List.of())).hasMessageContaining("acso.http.allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example",
                "https://user@api.example",
                "https://api.example/v1",
                "https://api.example?x",
                "ftp://api.example",
                "api.example",
                "https://",
                "https://other.example",
                "https://api.example:8443"
            })
    void a_target_is_the_bare_https_url_of_an_allowed_host(String id) {
        HttpRequests requests = new HttpRequests(settings(List.of("api.example"), List.of()));
        String scope = id.replaceFirst("^[a-z]+://", "");
        Action action = new Action("http.request", new Target("http:api", scope, id), Map.of("method", "GET"));
        assertThatThrownBy(() -> requests.of(action)).isInstanceOf(ActionInvalid.class);
    }

    @Test
    void the_scope_that_policies_see_is_the_host_that_is_called() {
        HttpRequests requests = new HttpRequests(settings(List.of("api.example"), List.of()));
        Action action = new Action(
                "http.request",
                new Target("http:api", "harmless.example", "https://api.example"),
                Map.of("method", "GET"));
        assertThatThrownBy(() -> requests.of(action)).hasMessageContaining("scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "169.254.169.254", "10.0.0.7", "[::1]"})
    void an_address_that_is_written_out_was_listed_as_such(String host) throws UnknownHostException {
        assertThat(Addresses.of(List.of()).resolve(host.replace("[", "").replace("]", "")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.7.7",
                "127.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void a_name_that_leads_inside_is_closed_whoever_controls_it(String address) {
        Names names = new Names(Map.of("rebound.example", List.of(address)));
        assertThatThrownBy(() -> Addresses.of(List.of(), names).resolve("rebound.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("acso.http.networks");
    }

    @Test
    void of_several_addresses_those_on_the_internet_are_used_and_listed_networks_too() throws UnknownHostException {
        Names names =
                new Names(Map.of("api.example", List.of("10.1.2.3", "8.8.8.8"), "inner.example", List.of("10.1.2.3")));
        assertThat(Addresses.of(List.of(), names).resolve("api.example"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("8.8.8.8");
        assertThat(Addresses.of(List.of("10.1.0.0/16"), names).resolve("inner.example"))
                .hasSize(1);
        assertThatThrownBy(() -> Addresses.of(List.of("10.2.0.0/16"), names).resolve("inner.example"))
                .isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> settings(List.of(), List.of("inside"))).hasMessageContaining("acso.http.networks");
    }

    /** A name server that somebody else controls. */
    private record Names(Map<String, List<String>> known) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> all = new ArrayList<>();
            for (String address : known.getOrDefault(host, List.of())) {
                all.add(InetAddress.getByName(address));
            }
            return all.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static HttpSettings settings(List<String> allowed, List<String> networks) {
        return new HttpSettings(
                allowed,
                networks,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1));
    }
}
