package io.acso.core.detection.pipeline;

import com.google.re2j.Pattern;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.LogSources;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Spelling;
import io.acso.core.detection.value.Wildcards;
import io.acso.domain.event.LogSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The types of conditions, for rules, for items and for names of fields. */
final class Tests {

    static final Map<String, Function<Parameters, Test<Draft>>> OF_RULES = Map.of(
            "logsource", Tests::logSource,
            "contains_detection_item", Tests::containsItem,
            "contains_field", Tests::containsField,
            "processing_item_applied", Tests::appliedToRule,
            "processing_state", Tests::state,
            "is_sigma_rule", parameters -> (draft, run) -> true,
            "is_sigma_correlation_rule", parameters -> (draft, run) -> false,
            "rule_attribute", AttributeTest::read,
            "tag", Tests::tag);

    static final Map<String, Function<Parameters, Test<Item>>> OF_ITEMS = Map.of(
            "match_string", Tests::matchString,
            "match_value", Tests::matchValue,
            "contains_wildcard",
                    parameters -> values(
                            parameters,
                            value -> value.kind() == Kind.TEXT
                                    && Wildcards.parse(value.text()).hasWildcards()),
            "is_null", parameters -> values(parameters, value -> value.kind() == Kind.NULL),
            "processing_item_applied", Tests::appliedToItem,
            "processing_state", Tests::state);

    static final Map<String, Function<Parameters, Test<FieldUse>>> OF_FIELDS = Map.of(
            "include_fields",
            parameters -> fields(parameters, true),
            "exclude_fields",
            parameters -> fields(parameters, false),
            "processing_item_applied",
            Tests::appliedToField,
            "processing_state",
            Tests::state);

    private Tests() {}

    private static Test<Draft> logSource(Parameters parameters) {
        List.of("category", "product", "service").forEach(parameters::text);
        LogSource meant = LogSources.parts(parameters.mapping());
        return (draft, run) -> part(meant.category(), draft.logSource().category())
                && part(meant.product(), draft.logSource().product())
                && part(meant.service(), draft.logSource().service());
    }

    private static boolean part(@Nullable String meant, @Nullable String given) {
        return meant == null || meant.equals(given);
    }

    private static Test<Draft> containsItem(Parameters parameters) {
        String field = parameters.required("field");
        Scalar value = parameters.scalar("value");
        return (draft, run) -> draft.items()
                .filter(item -> item.field().equals(field))
                .flatMap(item -> Texts.spelled(item).values().stream())
                .anyMatch(other -> Texts.same(other, value));
    }

    private static Test<Draft> containsField(Parameters parameters) {
        String field = parameters.required("field");
        return (draft, run) -> draft.items().anyMatch(item -> item.field().equals(field));
    }

    private static Test<Draft> tag(Parameters parameters) {
        String tag = parameters.required("tag");
        return (draft, run) -> draft.document().texts("tags").stream().anyMatch(tag::equalsIgnoreCase);
    }

    private static Test<Draft> appliedToRule(Parameters parameters) {
        String id = parameters.required("processing_item_id");
        return (draft, run) -> run.applied().contains(id);
    }

    private static Test<Item> appliedToItem(Parameters parameters) {
        String id = parameters.required("processing_item_id");
        return (item, run) -> item.steps().contains(id);
    }

    private static Test<FieldUse> appliedToField(Parameters parameters) {
        String id = parameters.required("processing_item_id");
        return (use, run) -> use.steps(run).contains(id);
    }

    private static <T> Test<T> state(Parameters parameters) {
        String key = parameters.required("key");
        String value = parameters.required("val");
        Comparison comparison = Comparison.of(parameters.choice("op", Comparison.NAMES));
        return (subject, run) -> {
            Scalar state = run.state().get(key);
            return state != null && comparison.holds(state.text(), value);
        };
    }

    private static Test<Item> matchString(Parameters parameters) {
        Pattern pattern = Regexes.compile(parameters, parameters.required("pattern"));
        boolean negate = parameters.flag("negate");
        return values(parameters, value -> negate != (value.kind() == Kind.TEXT && begins(pattern, value)));
    }

    /** From the value's beginning, but not necessarily to its end. */
    private static boolean begins(Pattern pattern, Scalar value) {
        return pattern.matcher(Spelling.shown(Wildcards.parse(value.text()))).lookingAt();
    }

    private static Test<Item> matchValue(Parameters parameters) {
        Scalar meant = parameters.scalar("value");
        return values(parameters, value -> Texts.same(value, meant));
    }

    private static Test<Item> values(Parameters parameters, Predicate<Scalar> test) {
        parameters.required("cond");
        boolean all = parameters.choice("cond", "any", "all").equals("all");
        return (item, run) -> {
            if (!item.modifiers().plain()) {
                return false;
            }
            List<Scalar> values = Texts.spelled(item).values();
            return all ? values.stream().allMatch(test) : values.stream().anyMatch(test);
        };
    }

    private static Test<FieldUse> fields(Parameters parameters, boolean include) {
        List<String> fields = parameters.requiredTexts("fields");
        Predicate<String> listed = fields::contains;
        if (parameters.choice("mode", "plain", "re").equals("re")) {
            List<Pattern> patterns = Regexes.compile(parameters, fields);
            listed = name ->
                    patterns.stream().anyMatch(pattern -> pattern.matcher(name).lookingAt());
        }
        Predicate<String> named = listed.and(name -> !name.isEmpty());
        return (use, run) -> use.names().stream().anyMatch(name -> named.test(name) == include);
    }
}
