package io.acso.core.correlation;

import io.acso.domain.event.EntityLink;
import java.util.Optional;

/** Tells where an entity came from, as the events said. */
@FunctionalInterface
public interface Lineage {

    /** The link that leads to the entity with this key, if one is known. */
    Optional<EntityLink> origin(String entityKey);
}
