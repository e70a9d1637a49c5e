package io.acso.edge.api.rest;

import io.acso.core.autonomy.Assurance;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.security.core.Authentication;

/** How strongly a caller has proved who they are: the way of signing in says so by an authority. */
final class Assured {

    /** Before the name of an {@link Assurance}. */
    static final String AUTHORITY = "ASSURANCE_";

    private Assured() {}

    /** The strongest that was given; the holder of a token when none was. */
    static Assurance of(Authentication caller) {
        return Arrays.stream(Assurance.values())
                .filter(each -> caller.getAuthorities().stream()
                        .anyMatch(authority -> (AUTHORITY + each.name()).equals(authority.getAuthority())))
                .max(Comparator.naturalOrder())
                .orElse(Assurance.TOKEN);
    }
}
