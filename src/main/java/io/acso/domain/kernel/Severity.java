package io.acso.domain.kernel;

import java.util.Locale;

/** How bad something is, in OCSF's words and order. */
public enum Severity {
    INFORMATIONAL(1),
    LOW(2),
    MEDIUM(3),
    HIGH(4),
    CRITICAL(5);

    private final int ocsfId;

    Severity(int ocsfId) {
        this.ocsfId = ocsfId;
    }

    /** OCSF's {@code severity_id}, 1 to 5. */
    public int ocsfId() {
        return ocsfId;
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public Severity max(Severity other) {
        return atLeast(other) ? this : other;
    }

    /** Reads the name in any case; Sigma's levels are the same words. */
    public static Severity of(String name) {
        return valueOf(name.trim().toUpperCase(Locale.ROOT));
    }
}
