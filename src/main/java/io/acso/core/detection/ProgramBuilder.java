package io.acso.core.detection;

import io.acso.core.detection.FieldCriteria.Anywhere;
import io.acso.core.detection.FieldCriteria.Passes;
import io.acso.core.detection.FieldCriteria.Present;
import io.acso.core.detection.FieldCriteria.Related;
import io.acso.core.detection.record.FieldPlan;
import io.acso.core.detection.value.ValueTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compiles rules into a {@link Program}. For one use. */
final class ProgramBuilder {

    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final int[] fieldSlots;
    private final Map<Criterion, Predicate> predicates = new HashMap<>();
    private final Map<Integer, SearchBuilder> searches = new LinkedHashMap<>();
    private final Needled needled = new Needled();

    private ProgramBuilder(int fields) {
        this.fieldSlots = new int[fields];
    }

    /** @param fields how many the rule set has numbered */
    static Program build(List<CompiledRule> rules, int fields) {
        return new ProgramBuilder(fields).build(rules);
    }

    private Program build(List<CompiledRule> rules) {
        List<CompiledRule> translated = rules.stream()
                .map(rule -> new CompiledRule(rule.rule(), rule.scope(), translate(rule.criterion())))
                .toList();
        long[] likelihoods = needled.likelihoods(predicates.size());
        Waking waking = Waking.of(translated, likelihoods);
        return new Program(
                translated,
                translated.stream()
                        .map(rule -> Check.of(rule.criterion(), likelihoods))
                        .toArray(Check[]::new),
                new FieldPlan(slots, slots.size(), searches.containsKey(FieldSearch.EVERYTHING)),
                fieldSlots,
                predicates.size(),
                searches.values().stream().map(search -> search.build(waking)).toArray(FieldSearch[]::new),
                needled.targets(),
                waking.byPredicate(),
                waking.always());
    }

    private Criterion translate(Criterion criterion) {
        return switch (criterion) {
            case Criterion.AllOf all -> new Criterion.AllOf(translate(all.parts()));
            case Criterion.SomeOf some -> new Criterion.SomeOf(some.atLeast(), translate(some.parts()));
            case Criterion.Not not -> new Criterion.Not(translate(not.part()));
            case Passes passes
            when passes.all() ->
                each(passes.tests(), slot(passes.field()), tests -> new Passes(passes.field(), tests, false));
            case Passes passes -> predicate(passes, passes.tests(), slot(passes.field()));
            case Anywhere anywhere
            when anywhere.all() -> each(anywhere.tests(), FieldSearch.EVERYTHING, tests -> new Anywhere(tests, false));
            case Anywhere anywhere -> predicate(anywhere, anywhere.tests(), FieldSearch.EVERYTHING);
            case Present present -> {
                slot(present.field());
                yield present;
            }
            case Related related -> {
                slot(related.field());
                slot(related.other());
                yield related;
            }
            default -> throw new IllegalArgumentException("no rule has " + criterion);
        };
    }

    private List<Criterion> translate(List<Criterion> parts) {
        return parts.stream().map(this::translate).toList();
    }

    /** A predicate for each test, all of which must hold. */
    private Criterion each(List<ValueTest> tests, int slot, Function<List<ValueTest>, Criterion> alone) {
        return Criterion.all(tests.stream()
                .map(test -> predicate(alone.apply(List.of(test)), List.of(test), slot))
                .toList());
    }

    private Criterion predicate(Criterion origin, List<ValueTest> tests, int slot) {
        Predicate known = predicates.get(origin);
        if (known == null) {
            SearchBuilder search =
                    searches.computeIfAbsent(slot, absent -> new SearchBuilder(searches.size(), absent, needled));
            known = search.predicate(predicates.size(), origin, tests);
            predicates.put(origin, known);
        }
        return known;
    }

    private int slot(Field field) {
        int slot = slots.computeIfAbsent(field.name(), absent -> slots.size());
        fieldSlots[field.index()] = slot;
        return slot;
    }
}
