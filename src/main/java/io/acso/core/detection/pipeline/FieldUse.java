package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Item;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a field's name stands: in an item, which may refer to more fields, or alone. */
sealed interface FieldUse {

    List<String> names();

    Set<String> steps(Run run);

    record InItem(Item item) implements FieldUse {
        @Override
        public List<String> names() {
            Stream<String> referred =
                    item.refersToFields() ? item.values().stream().map(Scalar::text) : Stream.of();
            return Stream.concat(Stream.of(item.field()), referred).toList();
        }

        @Override
        public Set<String> steps(Run run) {
            return item.steps();
        }
    }

    record Alone(String name) implements FieldUse {
        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Set<String> steps(Run run) {
            return run.stepsOf(name);
        }
    }
}
