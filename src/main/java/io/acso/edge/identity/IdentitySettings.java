package io.acso.edge.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and programs sign in.
 *
 * @param secondFactor required, or optional: whether a password alone opens a session
 * @param sessionIdle a session ends when no person was at it for so long, whatever its page did by itself
 * @param sessionLongest a session ends after so long in any case
 * @param stepUp how long a strong proof counts as fresh
 * @param invitation how long an invitation, or a password reset, can be used
 * @param tokenLife how long an access token of the platform's own authorization server is valid
 * @param issuer of identities elsewhere, by OpenID Connect, that people sign in with; none by default
 * @param clientId this platform's name at that issuer
 * @param clientSecret the name of the secret that goes with it, in the secret store; none for a public client
 * @param audience that its access tokens must name, if that is not the client id
 * @param usernameClaim the claim that becomes the username
 * @param ownerClaim the claim that names, by username, whose program calls; none by default
 * @param owners whose programs of the issuer are, by client id; nobody approves alone what a program of nobody's asks for
 * @param groups which roles a group of the issuer gives
 * @param groupsClaim the claim with somebody's groups, for Cognito cognito:groups
 */
@ConfigurationProperties("acso.identity")
public record IdentitySettings(
        @DefaultValue("required") SecondFactor secondFactor,
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("7d") Duration sessionLongest,
        @DefaultValue("5m") Duration stepUp,
        @DefaultValue("3d") Duration invitation,
        @DefaultValue("15m") Duration tokenLife,
        @Nullable URI issuer,
        @DefaultValue("acso") String clientId,
        @Nullable String clientSecret,
        @Nullable String audience,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("groups") String groupsClaim,
        @Nullable String ownerClaim,
        Map<String, Set<String>> owners,
        Map<String, Set<Role>> groups) {

    /** Whether people need more than a password. */
    public enum SecondFactor {
        REQUIRED,
        OPTIONAL
    }

    @SuppressWarnings("NullAway") // binds as null when there is none
    public IdentitySettings {
        owners = owners == null ? Map.of() : Map.copyOf(owners);
        groups = groups == null ? Map.of() : Map.copyOf(groups);
    }
}
