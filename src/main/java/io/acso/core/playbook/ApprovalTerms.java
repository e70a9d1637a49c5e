package io.acso.core.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people are to be asked, as a playbook or one of its steps wants it.
 *
 * @param quorum how many different people have to say yes
 * @param validity how long the question stands; null leaves the default
 * @param escalation who is asked besides, and when, the earliest first
 */
public record ApprovalTerms(int quorum, @Nullable Duration validity, List<Escalation> escalation) {

    /**
     * @param after the question was asked
     * @param to a role or a person, as the policies name them
     */
    public record Escalation(Duration after, String to) {}

    public ApprovalTerms {
        escalation = List.copyOf(escalation);
    }

    Optional<Duration> stands() {
        return Optional.ofNullable(validity);
    }
}
