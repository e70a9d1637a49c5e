package io.acso.core.autonomy;

import java.util.UUID;

/**
 * The process that carries effects out.
 *
 * @param id of this run of it; another run is another owner
 * @param alone no other process shares the durability, so an intent that is not under way here is one that was cut off
 */
public record Owner(String id, boolean alone) {

    /** The only process on its durability. */
    public static Owner single() {
        return new Owner(UUID.randomUUID().toString(), true);
    }

    /** One of several on a shared provider. */
    public static Owner oneOfMany() {
        return new Owner(UUID.randomUUID().toString(), false);
    }
}
