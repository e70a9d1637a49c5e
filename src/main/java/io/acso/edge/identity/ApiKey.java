package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.Set;

/**
 * A key that a program calls with, as it is known; the key itself is shown once, when it is made.
 *
 * @param id the principal is {@code service:} and this
 * @param owner whoever made it
 * @param roles never more than its owner's
 * @param scopes operations or nouns that it is limited to; empty when its roles alone limit it
 * @param hash recognises the secret
 */
public record ApiKey(
        String id,
        String name,
        Principal owner,
        Set<Role> roles,
        Set<String> scopes,
        String hash,
        Instant created,
        Instant expires) {

    public ApiKey {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public Principal principal() {
        return Principal.service(id);
    }
}
