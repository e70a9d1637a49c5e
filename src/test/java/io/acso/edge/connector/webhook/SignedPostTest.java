package io.acso.edge.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.connector.network.OpenAddresses;
import io.acso.edge.connector.webhook.SignedPost.Sent;
import io.acso.testsupport.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that a stranger gave leads to the internet or nowhere. */
class SignedPostTest {

    private static final List<String> SECRETS = List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLw8K");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "localhost",
                "0.0.0.0",
                "10.0.0.7",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fec0::1]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[2001:db8::1]",
                "[100::1]"
            })
    void no_way_to_write_an_inner_address_leads_inside(String host) throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver();
                SignedPost post = post(OpenAddresses.of(List.of(), "acso.test"))) {
            Sent sent = send(post, receiver.url().replace("127.0.0.1", host));
            assertThat(sent).isInstanceOf(Sent.Closed.class);
            assertThat(receiver.taken).isEmpty();
        }
    }

    @Test
    void a_name_that_leads_elsewhere_the_next_time_is_looked_at_the_next_time() throws IOException {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "10.1.2.3", "127.0.0.2"));
        try (WebhookReceiver receiver = new WebhookReceiver();
                SignedPost post = post(OpenAddresses.of(
                        List.of("127.0.0.2/32"), "acso.test", by(host -> List.of(answers.remove()))))) {
            String url = receiver.url().replace("127.0.0.1", "rebound.example");
            assertThat(send(post, url)).isInstanceOf(Sent.Unanswered.class);
            assertThat(send(post, url)).isInstanceOf(Sent.Closed.class);
            assertThat(send(post, url)).isInstanceOf(Sent.Unanswered.class);
            assertThat(answers).as("looked up once for each attempt").isEmpty();
        }
    }

    @Test
    void of_a_names_addresses_only_the_open_ones_are_tried() throws IOException {
        OpenAddresses open =
                OpenAddresses.of(List.of(), "acso.test", by(host -> List.of("10.0.0.1", "8.8.8.8", "::1")));
        assertThat(open.resolve("mixed.example"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("8.8.8.8");
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws IOException {
        try (WebhookReceiver receiver = new WebhookReceiver(302, 307, 308);
                SignedPost post = post(OpenAddresses.of(List.of("127.0.0.0/8"), "acso.test"))) {
            for (int status : List.of(302, 307, 308)) {
                assertThat(send(post, receiver.url())).isEqualTo(new Sent.Answered(status));
            }
            assertThat(receiver.taken)
                    .hasSize(3)
                    .allMatch(taken -> taken.query().equals("null"));
        }
    }

    private interface Names {
        List<String> of(String host) throws UnknownHostException;
    }

    private static DnsResolver by(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                List<String> found = names.of(host);
                InetAddress[] addresses = new InetAddress[found.size()];
                for (int i = 0; i < addresses.length; i++) {
                    addresses[i] = InetAddress.getByName(found.get(i));
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static SignedPost post(OpenAddresses addresses) {
        return new SignedPost(addresses, Duration.ofSeconds(5), InstantSource.system());
    }

    private static Sent send(SignedPost post, String url) {
        return post.send(URI.create(url), "msg", "{}", SECRETS);
    }
}
