package io.acso.edge.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The page in which all of the console happens; every answer has a nonce of its own for the style elements. That of an
 * area differs only in naming the area's files, so that the browser asks for them at once.
 */
final class ConsolePage {

    private static final String NO_NONCE = "<meta name=\"csp-nonce\" content=\"\"";
    private static final int NONCE_BYTES = 16;

    /** Nothing from elsewhere, nothing inline but style elements that know the nonce; images also as data: (QR codes). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; "
            + "style-src 'self' 'nonce-%s'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();
    private final String page;

    private ConsolePage(String page) {
        this.page = page;
    }

    /**
     * Reads the page of an area once.
     *
     * @throws IllegalStateException when it has no place for the nonce
     */
    static ConsolePage of(String area) {
        String name = Console.FILES + area + ".html";
        Resource file = new ClassPathResource(name);
        try {
            String page = file.getContentAsString(UTF_8);
            if (!page.contains(NO_NONCE)) {
                throw new IllegalStateException(name + " has no " + NO_NONCE + ">: build it anew");
            }
            return new ConsolePage(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the console's page cannot be read: " + name, e);
        }
    }

    ServerResponse answer() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY.formatted(nonce))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(page.replace(NO_NONCE, NO_NONCE.replace("\"\"", "\"" + nonce + "\"")));
    }

    static ServerResponse missing() {
        return ServerResponse.status(HttpStatus.NOT_FOUND)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .body(Console.CURE + "\n");
    }
}
