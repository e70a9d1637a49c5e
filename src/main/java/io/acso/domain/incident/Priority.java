package io.acso.domain.incident;

/** How soon it must be worked on; P1 is now. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
