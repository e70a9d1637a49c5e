package io.acso.edge.api.rest;

import io.acso.edge.identity.SignInBusy;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.journal.JournalFull;
import io.acso.platform.lake.QueryRefused;
import io.acso.platform.objects.ObjectDamaged;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what controllers throw into problems; nothing of the inside shows in an unexpected one. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(JournalFull full) {
        ProblemDetail problem = Problems.detail(
                HttpStatus.TOO_MANY_REQUESTS,
                "journal-full",
                full.getMessage() + "; what the receipt before did not name was not taken: send it again after the"
                        + " time in Retry-After");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, full.retryAfter().toSeconds())))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(CommitConflict conflict) {
        return answer(Problems.detail(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "someone else changed it at the same moment: read it again and decide anew"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> query(QueryRefused refused) {
        return answer(Problems.detail(HttpStatus.BAD_REQUEST, "query-refused", String.valueOf(refused.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storage(DurabilityFailure failure) {
        LOG.error("the storage failed", failure);
        return answer(Problems.detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-failed",
                "nothing of the request was kept, because the storage failed; look at the disk of the data directory"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(SignInBusy busy) {
        ProblemDetail problem =
                Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy", String.valueOf(busy.getMessage()));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> damaged(ObjectDamaged damaged) {
        LOG.error("an object is damaged", damaged);
        return answer(Problems.detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "object-damaged",
                damaged.getMessage() + "; restore it from a backup"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException unexpected) {
        LOG.error("a request failed", unexpected);
        return answer(Problems.detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "the server's log says more under correlationId " + MDC.get(CorrelationFilter.MDC_KEY)));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return createResponseEntity(BadBody.problem(unreadable.getCause()), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return createResponseEntity(BadParameters.problem(wrong.getBindingResult()), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "'" + wrong.getPropertyName() + "' has to be " + BadBody.wanted(wrong.getRequiredType());
        return createResponseEntity(BadParameters.problem(detail), headers, status, request);
    }

    /** Spring's own problems get a type of ours instead of about:blank. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getType() == null) {
            HttpStatus known = HttpStatus.resolve(status.value());
            String word = known == null ? "http-" + status.value() : known.getReasonPhrase();
            problem.setType(URI.create(
                    "urn:acso:problem:" + word.toLowerCase(Locale.ROOT).replace(' ', '-')));
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
