package io.acso.edge.identity;

import io.acso.core.autonomy.Makers;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is behind each API key and client: who made it, and who renewed its secret. Kept when the program is gone. */
public final class Programs implements Makers {

    private record Held(Set<Principal> by) {
        Held {
            by = Set.copyOf(by);
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

    /** To be written with the program itself. */
    Item made(String id, Principal by) {
        return held.item(id, new Held(Set.of(by)));
    }

    /** From now on they know its secret too. */
    void heldBy(String id, Principal further) {
        held.change(
                id,
                each -> new Held(
                        Stream.concat(each.by().stream(), Stream.of(further)).collect(Collectors.toUnmodifiableSet())),
                each -> null);
    }
}
