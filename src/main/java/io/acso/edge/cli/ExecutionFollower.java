package io.acso.edge.cli;

import io.acso.edge.client.Api;
import io.acso.edge.client.ApiFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Tells what an execution does until it ends. */
final class ExecutionFollower {

    private static final Duration BEAT = Duration.ofMillis(250);

    private final Verb verb;
    private final Api api;
    private final String id;
    private final ExecutionText text;
    private final Set<String> asked = new HashSet<>();
    private int told;

    ExecutionFollower(Verb verb, Api api, String id) {
        this.verb = verb;
        this.api = api;
        this.id = id;
        this.text = new ExecutionText(verb);
    }

    /** True when it completed, or its plan was made and no more was wanted. */
    boolean follow(InstantSource clock, Duration timeout) {
        Instant until = clock.instant().plus(timeout);
        Optional<JsonNode> seen = look();
        while (seen.filter(ExecutionFollower::ended).isEmpty()
                && clock.instant().isBefore(until)) {
            seen.ifPresent(this::tell);
            pause();
            seen = look();
        }
        seen.ifPresent(this::tell);
        if (seen.filter(ExecutionFollower::ended).isEmpty()) {
            verb.note("execution " + id + " still runs: 'acso execution show " + id + "' tells how far it is");
            return false;
        }
        JsonNode body = seen.get();
        if (verb.json()) {
            verb.print(body);
        } else {
            text.end(body);
        }
        return good(body);
    }

    /** The supervisor takes it up a moment after it was accepted. */
    private Optional<JsonNode> look() {
        try {
            return Optional.of(api.get("/executions/" + id));
        } catch (ApiFailure notYet) {
            if (notYet.status() == ApiFailure.NOT_FOUND) {
                return Optional.empty();
            }
            throw notYet;
        }
    }

    private void tell(JsonNode body) {
        JsonNode history = body.path("history");
        for (; told < history.size(); told++) {
            if (!verb.json()) {
                verb.say(text.line(history.get(told)));
            }
        }
        String approval = body.at("/execution/approvalId").asString("");
        if (body.at("/execution/status").asString("").equals("AWAITING_APPROVAL") && asked.add(approval)) {
            if (!verb.json()) {
                text.plan(body);
            }
            verb.note("waits for approval by somebody else: 'acso approval show " + approval
                    + "', then approve or reject");
        }
        body.path("steps").forEach(this::waiting);
    }

    private void waiting(JsonNode step) {
        if (step.path("status").asString("").equals("WAITING_FOR_PERSON")
                && asked.add(step.path("id").asString("") + step.path("attempt").asInt())) {
            verb.note("'" + step.path("name").asString("") + "' waits for a person: 'acso execution answer " + id + " "
                    + step.path("id").asString("") + "'");
        }
    }

    private static boolean ended(JsonNode body) {
        return body.at("/execution").hasNonNull("ended");
    }

    private static boolean good(JsonNode body) {
        String status = body.at("/execution/status").asString("");
        return status.equals("COMPLETED") || status.equals("DRY_RUN");
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure("interrupted", e);
        }
    }
}
