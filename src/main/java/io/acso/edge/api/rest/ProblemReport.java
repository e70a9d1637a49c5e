package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** A problem for requests that the web server itself refuses before anybody has read them. */
final class ProblemReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("utf-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException gone) {
            LOG.debug("nobody is there to be told", gone);
        }
    }

    private static String problem(HttpStatus status) {
        String detail = status.is5xxServerError()
                ? "the request could not be answered; the log of the platform says why"
                : "the request is not one that HTTP allows: look at its address (an encoded slash, a line end, its"
                        + " length), its headers and its body";
        return Json.text(Json.object()
                .put("type", Problems.TYPE + "request-rejected")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail));
    }
}
