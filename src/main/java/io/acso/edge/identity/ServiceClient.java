package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks the platform's own authorization server for tokens: a service, with its own rights and a secret,
 * or an app, in which people sign in and which then acts in their name.
 *
 * @param id its OAuth client id; a service's principal is {@code service:} and this
 * @param roles of a service; an app has none of its own
 * @param scopes that its tokens may carry; a service without any is limited by its roles alone
 * @param redirects where an app takes its answers; empty for a service
 * @param hash recognises the secret of a service; null for an app, which has none and uses PKCE
 */
public record ServiceClient(
        String id,
        String name,
        Principal owner,
        Set<Role> roles,
        Set<String> scopes,
        List<String> redirects,
        @Nullable String hash,
        Instant created) {

    public ServiceClient {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        redirects = List.copyOf(redirects);
    }

    public boolean isApp() {
        return !redirects.isEmpty();
    }

    public Principal principal() {
        return Principal.service(id);
    }
}
