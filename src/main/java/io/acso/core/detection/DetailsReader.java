package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a rule's {@link RuleDetails}. */
final class DetailsReader {

    private static final String DEFAULT_TAXONOMY = "sigma";
    private static final Set<String> RELATIONS = Set.of("derived", "obsolete", "merged", "renamed", "similar");

    /** The attributes that the specification knows; whatever else a rule has is its author's own. */
    static final Set<String> STANDARD = Set.of(
            "title",
            "id",
            "name",
            "related",
            "taxonomy",
            "status",
            "description",
            "license",
            "references",
            "author",
            "date",
            "modified",
            "logsource",
            "detection",
            "fields",
            "falsepositives",
            "level",
            "tags",
            "scope");

    private DetailsReader() {}

    static RuleDetails read(Mapping rule) {
        String taxonomy = rule.text("taxonomy");
        return new RuleDetails(
                rule.text("name"),
                taxonomy == null ? DEFAULT_TAXONOMY : taxonomy,
                rule.text("license"),
                rule.text("date"),
                rule.text("modified"),
                related(rule.get("related")),
                rule.texts("scope"),
                custom(rule));
    }

    private static List<RuleDetails.Related> related(@Nullable YamlNode related) {
        return switch (related) {
            case null -> List.of();
            case Scalar nothing when nothing.kind() == Kind.NULL -> List.of();
            case Sequence sequence ->
                sequence.items().stream().map(DetailsReader::relation).toList();
            default -> throw notRelated(related);
        };
    }

    private static RuleDetails.Related relation(YamlNode item) {
        if (!(item instanceof Mapping relation)) {
            throw notRelated(item);
        }
        String id = relation.text("id");
        String type = relation.text("type");
        if (id == null || type == null || !RELATIONS.contains(type)) {
            throw notRelated(item);
        }
        return new RuleDetails.Related(id, type);
    }

    private static InvalidRule notRelated(YamlNode node) {
        return new InvalidRule(
                node.line(),
                "'related' takes a list of maps with 'id' and 'type', which is one of "
                        + RELATIONS.stream().sorted().toList());
    }

    private static Map<String, String> custom(Mapping rule) {
        Map<String, String> custom = new TreeMap<>();
        rule.entries().forEach((name, value) -> {
            if (!STANDARD.contains(name) && value instanceof Scalar scalar) {
                custom.put(name, scalar.text());
            }
        });
        return custom;
    }
}
