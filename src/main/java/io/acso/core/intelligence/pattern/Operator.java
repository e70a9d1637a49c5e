package io.acso.core.intelligence.pattern;

/** How a value is compared. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("IN"),
    LIKE("LIKE"),
    MATCHES("MATCHES"),
    SUBSET("ISSUBSET"),
    SUPERSET("ISSUPERSET");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Whether it asks which of two values comes first. */
    public boolean orders() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    /** Whether its operand can only be a string. */
    boolean takesText() {
        return this == LIKE || this == MATCHES || this == SUBSET || this == SUPERSET;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
