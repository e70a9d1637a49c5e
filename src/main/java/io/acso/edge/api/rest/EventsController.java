package io.acso.edge.api.rest;

import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.api.document.Takes;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.Receipt;
import io.acso.edge.ingest.Rejection;
import io.acso.edge.ingest.UnsupportedEncoding;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.StreamUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in: NDJSON, JSON, log lines, plain, gzip or zstd, told by content. */
@RestController
@EnableConfigurationProperties(EventSettings.class)
final class EventsController {

    private final Ingest ingest;
    private final Idempotency idempotency;
    private final Durability durability;
    private final DataSize largest;

    EventsController(Ingest ingest, Idempotency idempotency, Durability durability, EventSettings settings) {
        this.ingest = ingest;
        this.idempotency = idempotency;
        this.durability = durability;
        this.largest = settings.largestBody();
    }

    /** Answers when everything that the receipt counts is durable. The body is a stream, never held whole. */
    @Takes(
            value = {"application/x-ndjson", "application/json", "text/plain", "application/octet-stream"},
            what = "events: JSON, NDJSON or log lines, told by their content, plain or packed")
    @PostMapping("/api/v1/events")
    @Permitted("event.ingest")
    @Answers(value = ReceiptBody.class, status = 200)
    ResponseEntity<?> accept(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by)
            throws IOException {
        checkSize(request);
        DigestInputStream in = new DigestInputStream(request.getInputStream(), sha256());
        if (key != null && idempotency.knows(by, key)) {
            in.transferTo(OutputStream.nullOutputStream());
            return idempotency
                    .recall(ask(by, key, in))
                    .<ResponseEntity<?>>map(
                            before -> ResponseEntity.status(before.status()).body(before.body()))
                    .orElseThrow(
                            () -> Problems.conflict("changed-meanwhile", "that key expired just now: send it again"));
        }
        Receipt receipt = ingest.accept(StreamUtils.nonClosing(in), encoding, by);
        ReceiptBody body = ReceiptBody.from(receipt);
        if (receipt.retryAfter() == null && receipt.cutShort() == null) {
            // What comes behind the end of a packed body is part of it for its hash.
            in.transferTo(OutputStream.nullOutputStream());
            idempotency
                    .remember(ask(by, key, in), HttpStatus.OK.value(), null, body)
                    .ifPresent(item ->
                            durability.commit(Commit.builder().overwrite(item).build()));
        }
        return answer(receipt, body);
    }

    /** The request with the body that was read. */
    private static Idempotency.Ask ask(Principal by, @Nullable String key, DigestInputStream read) {
        return new Idempotency.Ask(
                by,
                key,
                "POST /events "
                        + HexFormat.of().formatHex(read.getMessageDigest().digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** What the receipt comes to in HTTP. */
    static ResponseEntity<?> answer(Receipt receipt, ReceiptBody body) {
        if (receipt.retryAfter() != null) {
            return full(receipt, body);
        }
        return receipt.cutShort() != null ? cutShort(receipt.cutShort(), body) : ResponseEntity.ok(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(UnsupportedEncoding unsupported) {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip, zstd")
                .body(Problems.detail(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-encoding",
                        String.valueOf(unsupported.getMessage())));
    }

    private void checkSize(HttpServletRequest request) {
        if (request.getContentLengthLong() > largest.toBytes()) {
            throw Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "the body has " + request.getContentLengthLong() + " bytes and " + largest.toBytes()
                            + " is the most (acso.events.largest-body): send it in parts, nothing of it was read");
        }
    }

    private static ResponseEntity<ProblemDetail> full(Receipt receipt, ReceiptBody body) {
        long seconds = receipt.retryAfter() == null
                ? 1
                : Math.max(1, receipt.retryAfter().toSeconds());
        ProblemDetail problem = Problems.detail(
                HttpStatus.TOO_MANY_REQUESTS,
                "journal-full",
                "the journal takes no more for now; what the receipt counts is kept: send the same body again in "
                        + seconds + " s, what was kept will count as duplicate");
        problem.setProperty("receipt", body);
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> cutShort(String why, ReceiptBody body) {
        ProblemDetail problem = Problems.detail(
                HttpStatus.BAD_REQUEST,
                "cut-short",
                "the rest of the body could not be read (" + why
                        + "); what the receipt counts is kept: mend the body and send all of it again");
        problem.setProperty("receipt", body);
        return ResponseEntity.badRequest().body(problem);
    }

    record ReceiptBody(int accepted, int duplicates, int quarantined, List<Rejection> rejections) {
        static ReceiptBody from(Receipt receipt) {
            return new ReceiptBody(
                    receipt.accepted(), receipt.duplicates(), receipt.quarantined(), receipt.rejections());
        }
    }
}
