package io.acso.core.detection;

import io.acso.core.detection.CorrelationReader.Document;
import io.acso.core.detection.correlation.Plan;
import io.acso.core.detection.correlation.Plan.Member;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what correlations refer to, and brings them into an order in which each comes after what it refers to. */
final class CorrelationLinks {

    /** A correlation with what it refers to. */
    private record Linked(Document document, CorrelationSection section, List<Document> members) {}

    private final Map<String, Set<Document>> byReference = new HashMap<>();
    private final Map<String, Linked> linked = new LinkedHashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, FieldNames> names = new HashMap<>();
    private final List<RuleFailure> failures;

    CorrelationLinks(List<Document> documents, List<RuleFailure> failures) {
        this.failures = failures;
        for (Document document : documents) {
            fingerprints.put(document.id(), document.fingerprint());
            offer(document.id(), document);
            String name = document.name();
            if (name != null) {
                offer(name, document);
            }
        }
        documents.forEach(this::link);
    }

    private void offer(String reference, Document document) {
        byReference.computeIfAbsent(reference, absent -> new LinkedHashSet<>()).add(document);
    }

    private void link(Document document) {
        CorrelationSection section = document.section();
        if (section == null) {
            return;
        }
        List<Document> members = new ArrayList<>();
        for (String reference : section.rules()) {
            Set<Document> found = byReference.getOrDefault(reference, Set.of());
            if (found.size() != 1) {
                fail(document, reference(reference, found));
                return;
            }
            members.add(found.iterator().next());
        }
        String stranger = section.aliases().values().stream()
                .flatMap(fields -> fields.keySet().stream())
                .filter(reference -> !members.containsAll(byReference.getOrDefault(reference, Set.of()))
                        || !byReference.containsKey(reference))
                .findFirst()
                .orElse(null);
        if (stranger != null) {
            fail(document, "'aliases' names '" + stranger + "', which is not among the rules of this correlation");
        } else {
            linked.put(document.id(), new Linked(document, section, members));
        }
    }

    private static String reference(String reference, Set<Document> found) {
        if (found.isEmpty()) {
            return "there is no rule with the id or name '" + reference + "': load its file too, or mend it";
        }
        List<String> places = found.stream()
                .map(document -> document.id() + " in " + document.about().path())
                .toList();
        return "'" + reference + "' means several rules: " + String.join(", ", places) + "; refer to one by its id";
    }

    private void fail(Document document, String error) {
        CorrelationSection section = document.section();
        int line = section == null ? 0 : section.line();
        failures.add(new RuleFailure(document.about().path(), line, error));
    }

    Correlations resolve() {
        List<Linked> ordered = new ArrayList<>();
        Map<String, CorrelationRule> rules = new LinkedHashMap<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Linked next : List.copyOf(linked.values())) {
                if (next.members().stream()
                        .allMatch(member -> member.section() == null || rules.containsKey(member.id()))) {
                    linked.remove(next.document().id());
                    ordered.add(next);
                    rules.put(next.document().id(), rule(next, rules));
                    moved = true;
                }
            }
        }
        linked.values()
                .forEach(
                        left -> fail(
                                left.document(),
                                "it refers to a correlation that cannot be used, or in the end to itself: mend that one first"));
        List<Plan> plans = plans(ordered);
        return new Correlations(List.copyOf(rules.values()), plans, names);
    }

    private static CorrelationRule rule(Linked linked, Map<String, CorrelationRule> inner) {
        SigmaRule about = linked.document().about();
        CorrelationSection section = linked.section();
        Severity level = linked.document().leveled()
                ? about.level()
                : linked.members().stream()
                        .map(member -> inner.containsKey(member.id())
                                ? Objects.requireNonNull(inner.get(member.id())).level()
                                : member.about().level())
                        .max(Comparator.naturalOrder())
                        .orElse(about.level());
        return new CorrelationRule(
                about,
                linked.document().name(),
                section.type().written(),
                linked.members().stream().map(Document::id).toList(),
                section.groupBy(),
                section.timespan(),
                section.generate(),
                level,
                own(linked, inner, SigmaRule::tactics, CorrelationRule::tactics),
                own(linked, inner, SigmaRule::techniques, CorrelationRule::techniques));
    }

    /** What it says itself, or else what the rules say that it refers to. */
    private static List<String> own(
            Linked linked,
            Map<String, CorrelationRule> inner,
            Function<SigmaRule, List<String>> ofRule,
            Function<CorrelationRule, List<String>> ofCorrelation) {
        SigmaRule about = linked.document().about();
        if (!about.tactics().isEmpty() || !about.techniques().isEmpty()) {
            return ofRule.apply(about);
        }
        return linked.members().stream()
                .flatMap(member -> {
                    CorrelationRule correlation = inner.get(member.id());
                    return correlation == null
                            ? ofRule.apply(member.about()).stream()
                            : ofCorrelation.apply(correlation).stream();
                })
                .distinct()
                .toList();
    }

    /** From the outermost in, since each tells those within which fields they have to carry along for it. */
    private List<Plan> plans(List<Linked> innerFirst) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Linked outer : innerFirst.reversed()) {
            for (int i = 0; i < outer.members().size(); i++) {
                Document member = outer.members().get(i);
                if (member.section() != null) {
                    Set<String> fields = wanted.computeIfAbsent(member.id(), absent -> new LinkedHashSet<>());
                    Member plan = member(outer, i);
                    Stream.of(plan.groupFields(), plan.valueFields(), carried(outer, wanted))
                            .forEach(fields::addAll);
                }
            }
        }
        return innerFirst.stream().map(one -> plan(one, wanted)).toList();
    }

    private static List<String> carried(Linked linked, Map<String, Set<String>> wanted) {
        List<String> fields =
                new ArrayList<>(wanted.getOrDefault(linked.document().id(), Set.of()));
        fields.removeAll(linked.section().groupBy());
        return fields;
    }

    private Plan plan(Linked linked, Map<String, Set<String>> wanted) {
        CorrelationSection section = linked.section();
        List<Member> members = new ArrayList<>();
        StringBuilder meaning = new StringBuilder(linked.document().fingerprint());
        List<String> carried = carried(linked, wanted);
        for (int i = 0; i < linked.members().size(); i++) {
            Member member = member(linked, i);
            members.add(member);
            meaning.append(
                    rename(linked.members().get(i), Stream.of(member.groupFields(), member.valueFields(), carried)));
            meaning.append(fingerprints.get(linked.members().get(i).id()));
        }
        String fingerprint = Digest.ofParts(meaning.toString(), String.join("\n", carried), members.toString())
                .hex();
        fingerprints.put(linked.document().id(), fingerprint);
        return new Plan(
                linked.document().id(),
                fingerprint,
                section.judge(),
                EventTime.micros(section.timespan()),
                section.groupBy(),
                members,
                carried);
    }

    private Member member(Linked linked, int index) {
        CorrelationSection section = linked.section();
        Document member = linked.members().get(index);
        Function<String, String> field = name -> section.aliases().getOrDefault(name, Map.of()).entrySet().stream()
                .filter(alias ->
                        byReference.getOrDefault(alias.getKey(), Set.of()).contains(member))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name);
        return new Member(
                member.id(),
                section.groupBy().stream().map(field).toList(),
                section.valueFields().stream().map(field).toList());
    }

    /** What pipelines made of the names of these fields; nothing for a correlation, whose fields are its own. */
    private String rename(Document document, Stream<List<String>> fields) {
        if (document.section() != null) {
            return "";
        }
        FieldNames renamed = names.computeIfAbsent(document.id(), absent -> FieldNames.of(document.forms()));
        fields.flatMap(List::stream)
                .distinct()
                .forEach(field -> renamed.add(field, document.names().apply(field)));
        return renamed.names().toString();
    }
}
