package io.acso.edge.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.acso.domain.kernel.Json;
import io.acso.edge.api.access.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The description as a page for people: no script, and a style that its policy names by hash. */
@RestController
final class ApiPage {

    private static final String JSON = "/api/openapi.json";

    private final OpenApiWebMvcResource description;
    private final String style;
    private final String policy;

    ApiPage(OpenApiWebMvcResource description) throws IOException {
        this.description = description;
        try (InputStream css = Objects.requireNonNull(ApiPage.class.getResourceAsStream("/openapi/page.css"))) {
            this.style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
        this.policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }

    /** Every operation, with what it takes and answers. */
    @Open("whoever is signed in may know what there is to ask for")
    @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(HttpServletRequest request) throws JsonProcessingException {
        JsonNode api = Json.MAPPER.readTree(description.openapiJson(request, JSON, Locale.ENGLISH));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .body(new PageText(api, style).write());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
