package io.acso.edge.api.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much callers may send.
 *
 * @param perCaller requests in a minute, of one person, key or client
 * @param perAddress requests in a minute, from one IPv4 address or one IPv6 network (/64), signed in or not
 * @param signingIn attempts to sign in, or to get a token, in a minute from one address or network
 * @param body the largest body of a request, events apart (acso.events.largest-body)
 * @param bodyTime how long a request may take to send its body, events apart
 */
@ConfigurationProperties("acso.limits")
record LimitSettings(
        @DefaultValue("30000") int perCaller,
        @DefaultValue("60000") int perAddress,
        @DefaultValue("120") int signingIn,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("30s") Duration bodyTime) {

    LimitSettings {
        if (perCaller < 1 || perAddress < 1 || signingIn < 1) {
            throw new IllegalArgumentException("acso.limits.per-caller, per-address and signing-in are at least 1");
        }
    }
}
