package io.acso.edge.api.rest;

import io.acso.agent.casebook.AnswerFact;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.core.autonomy.Answering;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.ApprovalTerms;
import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Decision;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.Vote;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Assured;
import io.acso.edge.api.access.NotPermitted;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions to a person about one exact plan. */
@RestController
@RequestMapping("/api/v1/approvals")
final class ApprovalsController {

    private static final int TRIES = 5;

    private final Casebook casebook;
    private final Answering answering;
    private final Assured assured;
    private final Commands commands;
    private final InstantSource clock;

    ApprovalsController(
            Casebook casebook, Answering answering, Assured assured, Commands commands, InstantSource clock) {
        this.assured = assured;
        this.answering = answering;
        this.casebook = casebook;
        this.commands = commands;
        this.clock = clock;
    }

    /** The one asked for last first; {@code status} shows only those, {@code subject} only those of an incident or run. */
    @GetMapping
    @Permitted("approval.read")
    Paging.Slice<ApprovalSummary> list(
            @RequestParam(required = false) @Nullable Set<Approval.Status> status,
            @RequestParam(required = false) @Nullable String subject,
            Paging paging) {
        return paging.filtered(
                casebook::approvals,
                approval -> (status == null || status.isEmpty() || status.contains(approval.status()))
                        && (subject == null || subject.equals(approval.subject())),
                ApprovalSummary::from);
    }

    /** One question whole: the exact plan, who asked, who may answer and who has. */
    @GetMapping("/{id}")
    @Permitted("approval.read")
    @Answers(value = ApprovalBody.class, status = 200, versioned = true)
    ResponseEntity<ApprovalBody> show(@PathVariable String id) {
        Held<Approval> held = held(id);
        return ResponseEntity.ok().eTag(Conditional.etag(held.item())).body(ApprovalBody.from(held.value()));
    }

    /**
     * Counts the answer, if the question still takes it; the supervisor does what follows. Of two who decide at the same
     * moment one does, and the other is told who did.
     */
    @PostMapping("/{id}/answer")
    @Permitted("approval.answer")
    @Answers(Commands.Accepted.class)
    ResponseEntity<JsonNode> answer(
            @PathVariable String id,
            @RequestBody Answer answer,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by,
            Authentication caller) {
        Assurance assurance = assured.of(caller);
        Held<Approval> held = held(id);
        Commands.Command command = new Commands.Command(
                by, key, CaseTasks.ANSWER_APPROVAL, id, held.value().subject(), answer.arguments(id, by, assurance));
        return commands.before(command)
                .orElseGet(() -> count(command, answer, ifMatch, answer.vote(by, assurance, clock.instant())));
    }

    /**
     * The answer is on record when this returns: whoever was slower is judged by what is there then, and told. What
     * follows from it is the supervisor's.
     */
    private ResponseEntity<JsonNode> count(
            Commands.Command command, Answer answer, @Nullable String ifMatch, Vote vote) {
        for (int tries = 1; ; tries++) {
            Held<Approval> held = held(command.subject());
            Vote judged = check(held, answer, ifMatch, vote);
            Approval answered = answered(held.value(), judged);
            AnswerFact fact = AnswerFact.of(answered, judged);
            LedgerEntry entry =
                    LedgerEntry.of(vote.at(), fact.kind(), vote.by(), answered.id(), answered.subject(), fact.facts());
            try {
                return commands.send(
                        command,
                        command.arguments().deepCopy().put(CaseTasks.COUNTED, true),
                        "/api/v1/approvals/" + answered.id(),
                        commit -> commit.put(held.replacedBy(answered)).add(entry.append()));
            } catch (CommitConflict another) {
                if (tries == TRIES) {
                    throw another;
                }
            }
        }
    }

    private Vote check(Held<Approval> held, Answer answer, @Nullable String ifMatch, Vote vote) {
        Approval approval = held.value();
        if (approval.status() == Approval.Status.PENDING) {
            Conditional.require(ifMatch, held.item(), "approval");
        }
        if (!approval.planHash().hex().equals(answer.planHash())) {
            throw Problems.conflict(
                    "plan-differs",
                    "the answer is for another plan than the one asked about (" + approval.planHash()
                            + "): read the approval again and answer that plan");
        }
        Answering.Judged judged = answering.judge(approval, vote);
        if (judged.counts()) {
            return judged.vote();
        }
        Decision decision = judged.decision();
        throw decision.need() == null
                ? Problems.of(HttpStatus.FORBIDDEN, "not-yours-to-answer", decision.explanation())
                : NotPermitted.stepUp(
                        "approval.answer",
                        decision.explanation(),
                        decision.need().assurance());
    }

    private static Approval answered(Approval approval, Vote vote) {
        try {
            return approval.answer(vote);
        } catch (IllegalStateException notNow) {
            throw Problems.conflict("not-answerable", notNow.getMessage() + "; GET /api/v1/approvals lists what waits");
        }
    }

    private Held<Approval> held(String id) {
        return casebook.approval(id).orElseThrow(() -> Problems.notFound("approval", id, "/approvals"));
    }

    /** A person's answer; {@code planHash} says to which plan. */
    record Answer(
            boolean approve, String planHash, @Nullable String comment) {

        Vote vote(Principal by, Assurance assurance, Instant now) {
            return new Vote(by, null, approve, assurance, now, comment);
        }

        ObjectNode arguments(String approval, Principal by, Assurance assurance) {
            return Json.object()
                    .put("approval", approval)
                    .put("approve", approve)
                    .put("planHash", planHash)
                    .put("by", by.toString())
                    .put("assurance", assurance.name())
                    .put("comment", comment == null ? "" : comment);
        }
    }

    record ApprovalSummary(
            String id,
            String subject,
            Approval.Status status,
            String why,
            int actions,
            Instant requested,
            Instant expires) {

        static ApprovalSummary from(Approval approval) {
            return new ApprovalSummary(
                    approval.id(),
                    approval.subject(),
                    approval.status(),
                    approval.why(),
                    approval.plan().actions().size(),
                    approval.requested(),
                    approval.expires());
        }
    }

    record ApprovalBody(
            ApprovalSummary approval,
            String planHash,
            Plan plan,
            Principal requestedBy,
            Set<Principal> involved,
            ApprovalTerms terms,
            Set<String> groups,
            List<Vote> votes,
            int missing,
            @Nullable Principal answeredBy,
            @Nullable Instant answered,
            @Nullable String comment) {

        static ApprovalBody from(Approval approval) {
            return new ApprovalBody(
                    ApprovalSummary.from(approval),
                    approval.planHash().hex(),
                    approval.plan(),
                    approval.requestedBy(),
                    approval.involved(),
                    approval.terms(),
                    approval.groups(),
                    approval.votes(),
                    approval.missing(),
                    approval.answeredBy(),
                    approval.answered(),
                    approval.comment());
        }
    }
}
