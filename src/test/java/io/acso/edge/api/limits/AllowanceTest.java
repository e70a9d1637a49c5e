package io.acso.edge.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class AllowanceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:15:30Z"));
    private final Allowance allowance = new Allowance("caller", 60, now::get);

    @Test
    void gives_each_key_its_requests_and_more_as_time_goes_on() {
        for (int i = 0; i < 60; i++) {
            assertThat(take("alice")).isTrue();
        }
        assertThat(take("alice")).isFalse();
        assertThat(take("bob")).isTrue();
        now.set(now.get().plusSeconds(2));
        assertThat(take("alice")).isTrue();
        assertThat(take("alice")).isTrue();
        assertThat(take("alice")).isFalse();
    }

    @Test
    void says_what_is_left_and_when_to_try_again() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        allowance.take("alice", response);
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"caller\";q=60;w=60");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"caller\";r=59;t=1");
        assertThat(response.getHeader("Retry-After")).isNull();
        for (int i = 0; i < 59; i++) {
            take("alice");
        }
        MockHttpServletResponse refused = new MockHttpServletResponse();
        assertThat(allowance.take("alice", refused)).isFalse();
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"caller\";r=0;t=60");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void whoever_has_one_ipv6_address_has_its_network() {
        assertThat(Limits.network("2001:db8:0:1:0:0:0:1"))
                .isEqualTo(Limits.network("2001:db8:0:1:ffff:0:0:9"))
                .isNotEqualTo(Limits.network("2001:db8:0:2:0:0:0:1"));
        assertThat(Limits.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private boolean take(String key) {
        return allowance.take(key, new MockHttpServletResponse());
    }
}
