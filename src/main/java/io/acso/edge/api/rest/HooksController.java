package io.acso.edge.api.rest;

import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Open;
import io.acso.edge.api.document.Answers;
import io.acso.edge.api.document.Takes;
import io.acso.edge.api.rest.EventsController.ReceiptBody;
import io.acso.edge.hook.Hooks;
import io.acso.edge.ingest.Ingest;
import io.acso.edge.ingest.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in from systems that sign what they send and know no more of us than a URL. */
@RestController
final class HooksController {

    private final Hooks hooks;
    private final Ingest ingest;

    HooksController(Hooks hooks, Ingest ingest) {
        this.hooks = hooks;
        this.ingest = ingest;
    }

    /** Answers when everything that the receipt counts is durable. A source that is not listed is as one that lies. */
    @Takes(
            value = {"application/x-ndjson", "application/json", "text/plain", "application/octet-stream"},
            what = "events: JSON, NDJSON or log lines, told by their content, plain or packed")
    @PostMapping("/api/v1/hooks/{name}")
    @Open("the signature of the body proves who sent it")
    @Answers(value = EventsController.ReceiptBody.class, status = 200)
    ResponseEntity<?> take(
            @PathVariable String name,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding)
            throws IOException {
        int most = hooks.largestBody();
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "a webhook's body has " + most + " bytes at the most (acso.hooks.largest-body)");
        }
        if (!hooks.verified(name, request::getHeader, body)) {
            throw Problems.of(
                    HttpStatus.UNAUTHORIZED,
                    "not-verified",
                    "no source of that name signed this body: compare name, scheme and secret with acso.hooks.sources");
        }
        Receipt receipt = ingest.accept(new ByteArrayInputStream(body), encoding, Principal.service("hook-" + name));
        return EventsController.answer(receipt, ReceiptBody.from(receipt));
    }
}
