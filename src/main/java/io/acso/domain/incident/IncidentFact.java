package io.acso.domain.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an incident; together they are its timeline. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncidentFact.IncidentOpened.class, name = "IncidentOpened"),
    @JsonSubTypes.Type(value = IncidentFact.FindingJoined.class, name = "FindingJoined"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentRated.class, name = "IncidentRated"),
    @JsonSubTypes.Type(value = IncidentFact.ResponseChosen.class, name = "ResponseChosen"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentContained.class, name = "IncidentContained"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentNoted.class, name = "IncidentNoted"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentResolved.class, name = "IncidentResolved"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentAssigned.class, name = "IncidentAssigned"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentClosed.class, name = "IncidentClosed"),
    @JsonSubTypes.Type(value = IncidentFact.IncidentReopened.class, name = "IncidentReopened")
})
public sealed interface IncidentFact {

    Instant at();

    /** In words, for the timeline. */
    String text();

    /** The incident began. */
    record IncidentOpened(Instant at, String text) implements IncidentFact {}

    /** A finding became part of it; {@code happened} is the finding's own time. */
    record FindingJoined(Instant at, Instant happened, String findingId, String text) implements IncidentFact {}

    /** Severity or priority changed. */
    record IncidentRated(Instant at, String text) implements IncidentFact {}

    /** A playbook was chosen, or another instead of it. */
    record ResponseChosen(Instant at, String executionId, String text) implements IncidentFact {}

    /** Every containment action of the response took. */
    record IncidentContained(Instant at, String text) implements IncidentFact {}

    /** Anything else a reader should know. */
    record IncidentNoted(Instant at, String text) implements IncidentFact {}

    /** The work on it ended. */
    record IncidentResolved(Instant at, String text) implements IncidentFact {}

    /** Somebody works on it from now on, or, when {@code to} is null, nobody. */
    record IncidentAssigned(Instant at, @Nullable Principal to, String text) implements IncidentFact {}

    /** A person closed it for good. */
    record IncidentClosed(Instant at, String text) implements IncidentFact {}

    /** A person took it up again. */
    record IncidentReopened(Instant at, String text) implements IncidentFact {}
}
