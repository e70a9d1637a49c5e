package io.acso.core.detection.rule;

import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.domain.event.LogSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule before it is compiled.
 *
 * @param document as written, a collection's common part included
 * @param logSource the events that it is meant for
 * @param fields worth showing to an analyst
 * @param detections the rule's own first, then those of filters; all have to hold
 */
public record Draft(Mapping document, LogSource logSource, List<String> fields, List<Detection> detections) {

    public Draft {
        fields = List.copyOf(fields);
        detections = List.copyOf(detections);
    }

    public Stream<Item> items() {
        return detections.stream()
                .flatMap(detection -> detection.searches().values().stream())
                .flatMap(Search::items);
    }

    public Draft withLogSource(LogSource other) {
        return new Draft(document, other, fields, detections);
    }

    public Draft withFields(List<String> others) {
        return new Draft(document, logSource, others, detections);
    }

    public Draft mapItems(Function<Item, List<? extends Search>> change) {
        return withDetections(
                detections.stream().map(detection -> detection.map(change)).toList());
    }

    /** With another detection in the place of the rule's own. */
    public Draft withOwn(Function<Detection, Detection> change) {
        List<Detection> changed = new ArrayList<>(detections);
        changed.set(0, change.apply(changed.getFirst()));
        return withDetections(changed);
    }

    public Draft and(Detection filter) {
        return withDetections(
                Stream.concat(detections.stream(), Stream.of(filter)).toList());
    }

    public Draft withAttribute(String name, YamlNode value) {
        Map<String, YamlNode> attributes = new LinkedHashMap<>(document.entries());
        attributes.put(name, value);
        return new Draft(new Mapping(document.line(), attributes), logSource, fields, detections);
    }

    private Draft withDetections(List<Detection> others) {
        return new Draft(document, logSource, fields, others);
    }
}
