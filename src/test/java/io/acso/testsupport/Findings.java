package io.acso.testsupport;

import io.acso.domain.event.Entity;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds findings, each of an event of its own. */
public final class Findings {

    public static final String SCOPE = "aws:111122223333";

    private final String rule;
    private Severity severity = Severity.HIGH;
    private Instant time = SampleEvents.NOON;
    private List<String> tactics = List.of();
    private List<MatchedField> matched = List.of();
    private String title;
    private final List<Entity> entities = new ArrayList<>();

    private Findings(String rule) {
        this.rule = rule;
        this.title = "Rule " + rule;
    }

    public static Findings of(String rule) {
        return new Findings(rule);
    }

    public Findings severity(Severity how) {
        severity = how;
        return this;
    }

    public Findings at(Instant when) {
        time = when;
        return this;
    }

    public Findings tactics(String... names) {
        tactics = List.of(names);
        return this;
    }

    public Findings titled(String words) {
        title = words;
        return this;
    }

    public Findings matched(String field, String value) {
        matched = List.of(new MatchedField(field, value));
        return this;
    }

    public Findings by(Entity... actors) {
        entities.addAll(List.of(actors));
        return this;
    }

    public Findings user(String name, String key) {
        return by(userEntity(name), keyEntity(key));
    }

    public Findings session(String role, String name, String key) {
        return by(sessionEntity(role, name), keyEntity(key), roleEntity(role));
    }

    public Finding build() {
        List<String> events = List.of("evt-" + rule + "-" + time + "-" + entities.hashCode());
        return DetectionFinding.described(new Finding(
                Finding.idOf(rule, events),
                rule,
                title,
                severity,
                time,
                events,
                matched,
                entities,
                tactics,
                List.of("T1078.004"),
                "",
                ""));
    }

    public static Entity userEntity(String name) {
        return Entity.actor(Entity.Type.PRINCIPAL, SCOPE, "arn:aws:iam::111122223333:user/" + name);
    }

    public static Entity roleEntity(String name) {
        return Entity.actor(Entity.Type.PRINCIPAL, SCOPE, "arn:aws:iam::111122223333:role/" + name);
    }

    public static Entity keyEntity(String id) {
        return Entity.actor(Entity.Type.ACCESS_KEY, SCOPE, id);
    }

    public static Entity sessionEntity(String role, String name) {
        return Entity.actor(Entity.Type.SESSION, SCOPE, "arn:aws:sts::111122223333:assumed-role/" + role + "/" + name);
    }

    public static Entity address(String value) {
        return Entity.actor(Entity.Type.ADDRESS, "internet", value);
    }
}
