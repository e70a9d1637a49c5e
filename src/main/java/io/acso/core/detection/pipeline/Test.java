package io.acso.core.detection.pipeline;

/** A condition of a step. */
@FunctionalInterface
interface Test<T> {

    boolean holds(T subject, Run run);
}
