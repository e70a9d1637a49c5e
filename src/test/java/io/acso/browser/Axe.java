package io.acso.browser;

import com.microsoft.playwright.Page;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What axe-core finds on a page against WCAG 2.2 AA. */
final class Axe {

    private static final Path SOURCE = Path.of("console/node_modules/axe-core/axe.min.js");

    private static final String RUN = """
            async only => {
              const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
              return JSON.stringify(found.violations);
            }
            """;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** A line for each element that breaks a rule: the rule, what it asks, where. */
    static List<String> violations(Page page) {
        if (page.evaluate("() => typeof axe").equals("undefined")) {
            // By the debugger, which no content security policy stops.
            page.evaluate(source());
        }
        List<String> found = new ArrayList<>();
        for (JsonNode rule : Json.tree((String) page.evaluate(RUN, WCAG))) {
            for (JsonNode node : rule.path("nodes")) {
                found.add(
                        rule.path("id").asString("") + ": " + rule.path("help").asString("") + " at "
                                + node.path("target").toString() + " "
                                + node.path("failureSummary")
                                        .asString("")
                                        .lines()
                                        .skip(1)
                                        .limit(1)
                                        .toList());
            }
        }
        return found;
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(SOURCE + " is missing: build the console with 'npm ci' in console/", e);
        }
    }
}
