package io.acso.core.autonomy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is on the platform for. What each may do, {@code policies/people.cedar} says. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Looks into it: events, hunts, incidents and what is said about them. */
    ANALYST,
    /** Acts on incidents: runs playbooks, takes back, stops. */
    RESPONDER,
    /** Answers what the platform asks before it acts. */
    APPROVER,
    /** Sees to services and the requests about them. */
    SERVICE_MANAGER,
    /** Sees to cost. */
    FINANCE,
    /** Sees to the platform itself: people, keys, levels, queues. */
    ADMINISTRATOR;

    /** As policies, settings and the API write it: {@code service-manager}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a word; empty when there is none of that name. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
