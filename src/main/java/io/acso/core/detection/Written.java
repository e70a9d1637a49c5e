package io.acso.core.detection;

import io.acso.core.detection.rule.Detection;
import io.acso.core.detection.rule.Placeholders;
import java.util.List;
import java.util.Map;

/** What a rule was compiled from, kept so that it can be explained. */
record Written(List<Detection> detections, Placeholders placeholders) {

    static final Written NOTHING = new Written(List.of(), new Placeholders(Map.of()));
}
