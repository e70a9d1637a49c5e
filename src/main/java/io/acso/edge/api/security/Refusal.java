package io.acso.edge.api.security;

import io.acso.domain.kernel.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers who may not enter, as RFC 9457 problems. */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"acso\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "sign in, or send the header 'Authorization: Bearer …' with an access token, an API key or the content"
                        + " of the file '" + LocalToken.FILE + "' in the platform's data directory");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException) {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "csrf-token-missing",
                    "a browser repeats the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN; load the page anew");
        } else {
            write(response, HttpStatus.FORBIDDEN, "forbidden", "this principal may not do that");
        }
    }

    /** The page of another origin asked. */
    void foreign(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                "foreign-origin",
                "a page of another origin may not do that; programs call without the header Origin");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        write(
                response,
                HttpStatus.BAD_REQUEST,
                "request-rejected",
                "the host name, method or path is not one this server answers to;"
                        + " name further host names in acso.api.hosts");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String type, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(Json.bytes(Json.object()
                        .put("type", "urn:acso:problem:" + type)
                        .put("title", status.getReasonPhrase())
                        .put("status", status.value())
                        .put("detail", detail)));
    }
}
