package io.acso.core.autonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All actuators, by the action kinds they take. */
public final class Actuators {

    private final Map<String, Actuator> byKind = new HashMap<>();

    /** @throws IllegalStateException when two actuators take the same kind */
    public Actuators(List<Actuator> actuators) {
        for (Actuator actuator : actuators) {
            for (String kind : actuator.kinds()) {
                Actuator other = byKind.putIfAbsent(kind, actuator);
                if (other != null) {
                    throw new IllegalStateException("two actuators take the action kind " + kind + ": "
                            + other.getClass().getName() + " and "
                            + actuator.getClass().getName() + "; let one of them name it differently");
                }
            }
        }
    }

    /** Every kind that can be carried out, sorted. */
    public Set<String> kinds() {
        return new TreeSet<>(byKind.keySet());
    }

    /**
     * @throws ActionInvalid when no actuator takes the kind, or the action cannot be carried out as described
     * @throws ActionNotConfigured when its connector is not set up
     */
    public DryRun dryRun(Action action) {
        return of(action.kind()).dryRun(action);
    }

    /** @throws ActionInvalid when no actuator takes it */
    Actuator of(String kind) {
        Actuator actuator = byKind.get(kind);
        if (actuator == null) {
            throw new ActionInvalid("no connector takes the action kind '" + kind + "'; there are " + kinds());
        }
        return actuator;
    }
}
