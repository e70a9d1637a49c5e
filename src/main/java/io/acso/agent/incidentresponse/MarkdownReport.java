package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.CostAssessment;
import io.acso.domain.event.Entity;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.incident.Incident;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of an incident: what happened, what was done about it, and why. */
final class MarkdownReport {

    private static final int LISTED = 100;

    private final IncidentStory story;
    private final Markdown page = new Markdown();

    MarkdownReport(IncidentStory story) {
        this.story = story;
    }

    String text() {
        summary();
        rating();
        timeline();
        findings();
        attack();
        entities();
        new ResponseSections(story.runs(), page).write();
        evidence();
        cost();
        return page.text();
    }

    private void summary() {
        Incident incident = story.incident();
        page.heading(1, "Incident: " + incident.title());
        page.pairs(
                "Incident", incident.id(),
                "Status", words(incident.status()),
                "Outcome", story.outcome().isEmpty() ? "not given" : story.outcome(),
                "Severity",
                        words(incident.rating().severity()) + ", "
                                + incident.rating().priority(),
                "Confidence", incident.rating().confidence() + " %",
                "First seen", time(incident.picture().firstSeen()),
                "Last seen", time(incident.picture().lastSeen()),
                "Opened", time(incident.opened()),
                "Contained", time(incident.contained()),
                "Ticket",
                        story.ticket()
                                .map(ticket -> ticket.id() + ", "
                                        + words(ticket.status()).toLowerCase(Locale.ROOT))
                                .orElse("none"),
                "Report written", time(story.at()));
        if (!story.judgement().isEmpty()) {
            page.heading(2, "Judgement");
            page.paragraph(story.judgement());
        }
    }

    private void rating() {
        page.heading(2, "Why it is rated so");
        page.table(
                List.of("What", "Points", "Why"),
                story.incident().rating().contributions().stream()
                        .map(part -> List.of(part.what(), Integer.toString(part.points()), part.why()))
                        .toList());
    }

    private void timeline() {
        page.heading(2, "Timeline");
        page.table(
                List.of("Time", "What happened"),
                Timeline.of(story.timeline(), story.findings()).stream()
                        .map(entry -> List.of(time(entry.time()), entry.text()))
                        .toList());
    }

    private void findings() {
        page.heading(2, "Findings");
        page.table(
                List.of("Time", "Severity", "Finding", "Because", "Techniques"),
                story.findings().stream()
                        .limit(LISTED)
                        .map(finding -> List.of(
                                time(finding.time()),
                                words(finding.severity()),
                                finding.title(),
                                matched(finding),
                                String.join(", ", finding.techniques())))
                        .toList());
        more(story.findings().size(), "findings");
    }

    private void more(int all, String what) {
        if (all > LISTED) {
            page.paragraph("and " + (all - LISTED) + " more " + what);
        }
    }

    private static String matched(Finding finding) {
        return finding.matched().stream()
                .map(MarkdownReport::matched)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String matched(MatchedField field) {
        return field.field().isEmpty() ? field.value() : field.field() + " = " + field.value();
    }

    private void attack() {
        page.heading(2, "MITRE ATT&CK");
        page.paragraph("Tactics: "
                + story.incident().picture().tactics().stream()
                        .map(MarkdownReport::words)
                        .collect(Collectors.joining(", ")));
        page.paragraph(
                "Techniques: " + String.join(", ", story.incident().picture().techniques()));
    }

    private void entities() {
        page.heading(2, "Entities");
        TreeMap<String, String> byKind = story.incident().picture().entities().stream()
                .collect(Collectors.groupingBy(
                        MarkdownReport::kind,
                        TreeMap::new,
                        Collectors.mapping(Entity::value, Collectors.joining(", "))));
        page.table(
                List.of("Kind", "Values"),
                byKind.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList());
        story.investigation().ifPresent(found -> {
            page.paragraph("The investigation looked at " + found.events()
                    + (found.events() == 1 ? " event" : " events") + " of these actors:");
            found.why().forEach(page::bullet);
        });
    }

    private static String kind(Entity entity) {
        return (entity.type() + " as " + entity.role()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void evidence() {
        page.heading(2, "Evidence");
        page.table(
                List.of("Name", "SHA-256", "Bytes", "Collected", "Origin"),
                story.evidence().stream()
                        .map(item -> List.of(
                                item.name(),
                                item.content().hex(),
                                Long.toString(item.size()),
                                time(item.collected()),
                                item.origin()))
                        .toList());
    }

    private void cost() {
        page.heading(2, "Cost");
        story.cost().ifPresentOrElse(this::cost, () -> page.paragraph("The incident was not priced."));
    }

    private void cost(CostAssessment cost) {
        page.paragraph("Resources started by the actors cost " + cost.perHour().display() + " an hour, "
                + cost.soFar().display() + " until " + time(cost.until()) + ". Prices: " + cost.source() + ".");
        page.table(
                List.of("Resource", "Type", "Started", "An hour", "So far"),
                cost.lines().stream()
                        .map(line -> List.of(
                                line.resource(),
                                line.type(),
                                time(line.started()),
                                line.perHour().display(),
                                line.soFar().display()))
                        .toList());
        cost.unpriced().forEach(resource -> page.bullet("no price is known for " + resource));
    }

    /** A name of ours as people write it: {@code NEEDS_APPROVAL} is Needs approval. */
    static String words(Object name) {
        String plain = name.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    static String time(@Nullable Instant instant) {
        return instant == null
                ? "not yet"
                : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
