package io.acso.core.intelligence.bulk;

/** There is no room for more indicators. */
public final class BudgetSpent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BudgetSpent(long budget) {
        super("the indicators do not fit into " + (budget >> 20) + " MiB: give the JVM more memory, or load fewer");
    }
}
