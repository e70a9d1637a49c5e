package io.acso.domain.incident;

import io.acso.domain.kernel.Severity;
import java.util.List;

/**
 * How bad an incident is, and why.
 *
 * @param score 0 to 100, the sum of the contributions and 100 at the most, from which severity and priority follow
 * @param confidence 0 to 100, how sure it is that this is an incident
 */
public record Rating(
        Severity severity, Priority priority, int score, int confidence, List<Contribution> contributions) {

    /** One part of the score: what, how many points, and in words why. */
    public record Contribution(String what, int points, String why) {}

    public Rating {
        contributions = List.copyOf(contributions);
    }

    public String describe() {
        return "rated " + severity + ", " + priority + " (score " + score + " of 100, confidence " + confidence + " %)";
    }
}
