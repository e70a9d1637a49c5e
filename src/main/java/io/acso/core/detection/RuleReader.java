package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlReader;
import io.acso.domain.kernel.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rule files one after the other, keeping what could be read and what could not. */
final class RuleReader {

    private final DetectionReader detections;
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<RuleFailure> failures = new ArrayList<>();
    private final CorrelationReader correlations = new CorrelationReader();
    private final Map<String, String> fileById = new HashMap<>();

    RuleReader(Vocabulary vocabulary, Map<String, List<String>> placeholders) {
        this.detections = new DetectionReader(new ItemReader(vocabulary, new Placeholders(placeholders)));
    }

    List<CompiledRule> rules() {
        return rules;
    }

    List<RuleFailure> failures() {
        return failures;
    }

    /** To be called when all files are read. */
    Correlations correlations() {
        return correlations.resolve(failures);
    }

    void read(String path, String yaml) {
        try {
            List<YamlNode> documents = YamlReader.documents(yaml).stream()
                    .filter(document -> !isNothing(document))
                    .toList();
            if (documents.isEmpty()) {
                throw new InvalidRule(1, "there is no rule in this file: write one or remove the file");
            }
            for (int i = 0; i < documents.size(); i++) {
                readDocument(path, i, documents.get(i));
            }
        } catch (InvalidRule e) {
            failures.add(new RuleFailure(path, e.line(), e.getMessage()));
        }
    }

    private void readDocument(String path, int index, YamlNode document) {
        try {
            if (!(document instanceof Mapping rule)) {
                throw new InvalidRule(document.line(), "a rule is a map with title, logsource and detection");
            }
            refuseOtherKinds(rule);
            SigmaRule header = header(path, index, rule);
            if (rule.get("correlation") != null) {
                CorrelationSection section = CorrelationSection.read(rule);
                claim(rule, header);
                correlations.correlation(rule, header, section);
            } else {
                CompiledRule compiled = compile(rule, header);
                claim(rule, header);
                rules.add(compiled);
                correlations.rule(rule, header);
            }
        } catch (InvalidRule e) {
            failures.add(new RuleFailure(path, e.line(), e.getMessage()));
        }
    }

    private SigmaRule header(String path, int index, Mapping rule) {
        String id = rule.text("id") == null
                ? Digest.id("sigma", path, Integer.toString(index))
                : String.valueOf(rule.text("id"));
        return RuleHeader.read(rule, id, path);
    }

    private CompiledRule compile(Mapping rule, SigmaRule header) {
        if (!(rule.get("detection") instanceof Mapping detection)) {
            throw new InvalidRule(rule.line(), "a rule needs 'detection', a map of searches and a condition");
        }
        return new CompiledRule(header, detections.read(detection));
    }

    private void claim(Mapping rule, SigmaRule header) {
        String other = fileById.putIfAbsent(header.id(), header.path());
        if (other != null) {
            throw new InvalidRule(
                    rule.line(), "the id " + header.id() + " is taken by " + other + ": give one of them a new id");
        }
    }

    private static void refuseOtherKinds(Mapping rule) {
        for (String kind : List.of("filter", "action")) {
            if (rule.get(kind) != null) {
                String name = kind.equals("action") ? "rule collections with 'action'" : kind + " rules";
                throw new InvalidRule(rule.line(), "not supported yet: " + name);
            }
        }
    }

    private static boolean isNothing(YamlNode document) {
        return document instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }
}
