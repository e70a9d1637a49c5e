package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;

/** What a step does to a rule whose conditions it meets. */
@FunctionalInterface
interface Transformation {

    Draft apply(Draft draft, Stage stage);
}
