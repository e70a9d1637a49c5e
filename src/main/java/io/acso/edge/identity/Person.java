package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account. How they prove who they are is kept apart.
 *
 * @param username for good: the ledger names them so
 * @param disabled may not sign in, and is signed out
 * @param issuer who vouches for them, and under which subject; null for an account of this platform's own
 */
public record Person(
        String username,
        String displayName,
        Set<Role> roles,
        boolean disabled,
        Instant created,
        @Nullable Vouched issuer) {

    /** What a username looks like. */
    public static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    private static final int LONGEST_NAME = 100;

    /** An identity at another issuer. */
    public record Vouched(String issuer, String subject) {}

    public Person {
        roles = Set.copyOf(roles);
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException(
                    "a username has 1 to 64 lower case letters, digits and ._@+-, and begins with a letter or digit");
        }
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a display name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    public Principal principal() {
        return Principal.person(username);
    }

    Person with(String newName, Set<Role> newRoles, boolean nowDisabled) {
        return new Person(username, newName, newRoles, nowDisabled, created, issuer);
    }
}
