package io.acso.edge.connector.command;

import java.util.Optional;

/** Where a connector finds the secret that an action names. */
@FunctionalInterface
public interface Secrets {

    /** The secret's value as text; empty when there is none of that name. */
    Optional<String> find(String name);
}
