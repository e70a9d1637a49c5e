package io.acso.core.autonomy;

/** How far an agent may go with one kind of action. */
public enum AutonomyLevel {
    /** It only looks. */
    OBSERVE,
    /** It proposes; people act. */
    RECOMMEND,
    /** It acts on what was approved. */
    APPROVE,
    /** It acts alone where the policies let it. */
    ACT
}
