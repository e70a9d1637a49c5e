package io.acso.edge.identity;

import io.acso.core.autonomy.Makers;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is behind each API key and client: who made it, and who renewed its secret; of those of another issuer, whom its
 * claims and the settings name. Kept when the program is gone.
 */
public final class Programs implements Makers {

    private record Held(Set<Principal> by) {
        Held {
            by = Set.copyOf(by);
        }

        Held and(Set<Principal> further) {
            return new Held(Stream.concat(by.stream(), further.stream()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final Register<Held> held;

    public Programs(Durability durability) {
        this.held = new Register<>(durability, "program-makers", Held.class);
    }

    @Override
    public Set<Principal> of(Principal program) {
        return program.kind() == Principal.Kind.SERVICE
                ? held.find(program.name()).map(Held::by).orElse(Set.of())
                : Set.of();
    }

    /** One of another issuer's calls, and nothing tells whose it is. */
    @Override
    public boolean isAnybodys(Principal program) {
        return program.kind() == Principal.Kind.SERVICE
                && held.find(program.name())
                        .filter(known -> known.by().isEmpty())
                        .isPresent();
    }

    /**
     * A program of another issuer calls.
     *
     * @param owners whose it is, as far as anything tells; whoever was once is for good
     */
    public void called(String id, Set<Principal> owners) {
        Optional<Held> known = held.find(id);
        if (known.isEmpty()) {
            try {
                held.keep(held.item(id, new Held(owners)));
            } catch (CommitConflict another) {
                called(id, owners);
            }
        } else if (!known.get().by().containsAll(owners)) {
            held.change(id, each -> each.and(owners), each -> null);
        }
    }

    /** To be written with the program itself. */
    Item made(String id, Principal by) {
        return held.item(id, new Held(Set.of(by)));
    }

    /** From now on they know its secret too. */
    void heldBy(String id, Principal further) {
        held.change(id, each -> each.and(Set.of(further)), each -> null);
    }
}
