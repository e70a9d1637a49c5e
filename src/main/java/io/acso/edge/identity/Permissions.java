package io.acso.edge.identity;

import java.util.Set;

/** The operations that a caller may ask for, by name; what the console shows is built on it, what holds is not. */
@FunctionalInterface
public interface Permissions {

    Set<String> of(Caller caller);
}
