package io.acso.core.correlation;

import io.acso.domain.event.EntityLink;
import java.util.List;

/** Tells where an entity came from, as the events said. */
@FunctionalInterface
public interface Lineage {

    /** The links that lead to the entity with this key: a call names its user and its key, so there may be several. */
    List<EntityLink> origins(String entityKey);
}
