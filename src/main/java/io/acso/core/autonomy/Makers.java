package io.acso.core.autonomy;

import io.acso.domain.kernel.Principal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who made a program or holds what it calls with: what it asks for, they asked for. Known for good, so that nobody
 * stops being its maker by taking the program away.
 */
@FunctionalInterface
public interface Makers {

    /** Empty for whoever is no program, and for one that was made elsewhere. */
    Set<Principal> of(Principal program);

    /** Where programs call with nothing that was made here. */
    static Makers none() {
        return program -> Set.of();
    }

    /** Whether it is a program that was made elsewhere, and nobody here can tell by whom: it may be anybody's. */
    default boolean isAnybodys(Principal program) {
        return false;
    }

    /** These, and the people behind them. */
    default Set<Principal> with(Set<Principal> principals) {
        Set<Principal> all = new LinkedHashSet<>(principals);
        principals.forEach(each -> all.addAll(of(each)));
        return Set.copyOf(all);
    }
}
