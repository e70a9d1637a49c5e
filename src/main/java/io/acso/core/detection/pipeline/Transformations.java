package io.acso.core.detection.pipeline;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The types of transformations, and those that only make sense for queries. */
final class Transformations {

    static final String NEST = "nest";

    private static final Map<String, Function<Parameters, Transformation>> TYPES = Map.ofEntries(
            Map.entry("field_name_mapping", FieldMapping::byName),
            Map.entry("field_name_prefix_mapping", FieldMapping::byPrefix),
            Map.entry("field_name_transform", FieldMapping::spelled),
            Map.entry("field_name_prefix", FieldMapping::prefixed),
            Map.entry("field_name_suffix", FieldMapping::suffixed),
            Map.entry("drop_detection_item", RuleChanges::dropItem),
            Map.entry("hashes_fields", HashFields::read),
            Map.entry("extract_fields", ExtractFields::read),
            Map.entry("wildcard_placeholders", PlaceholderChanges::wildcards),
            Map.entry("value_placeholders", PlaceholderChanges::variables),
            Map.entry("add_condition", RuleChanges::addCondition),
            Map.entry("change_logsource", RuleChanges::changeLogSource),
            Map.entry("add_field", RuleChanges::addField),
            Map.entry("remove_field", RuleChanges::removeField),
            Map.entry("set_field", RuleChanges::setField),
            Map.entry("replace_string", ValueChanges::replaceString),
            Map.entry("map_string", ValueChanges::mapString),
            Map.entry("regex", ValueChanges::toRegex),
            Map.entry("set_value", ValueChanges::setValue),
            Map.entry("convert_type", ValueChanges::convertType),
            Map.entry("case", ValueChanges::changeCase),
            Map.entry("set_state", RuleChanges::setState),
            Map.entry("set_custom_attribute", RuleChanges::setAttribute),
            Map.entry("rule_failure", RuleChanges::failRule),
            Map.entry("detection_item_failure", RuleChanges::failItem),
            Map.entry("strict_field_mapping_failure", RuleChanges::failUnmapped));

    private static final String READS_OUTSIDE = "would read values from outside: write them into 'vars'";
    private static final Map<String, String> REFUSED = Map.of(
            "query_expression_placeholders",
            "writes a piece of a query, and here is none: use value_placeholders with 'vars'",
            "file_placeholders",
            READS_OUTSIDE,
            "http_placeholders",
            READS_OUTSIDE,
            "command_placeholders",
            READS_OUTSIDE);

    private Transformations() {}

    static Transformation read(String type, Parameters parameters) {
        String reason = REFUSED.get(type);
        if (reason != null) {
            throw parameters.wrong(reason);
        }
        Function<Parameters, Transformation> known = TYPES.get(type);
        if (known == null) {
            throw parameters.wrong(
                    "is no type of transformation: use one of " + new TreeSet<>(TYPES.keySet()) + " or " + NEST);
        }
        return known.apply(parameters);
    }
}
