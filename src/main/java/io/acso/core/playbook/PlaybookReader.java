package io.acso.core.playbook;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole CACAO document; notes everything that has the wrong shape instead of stopping at the first. */
final class PlaybookReader {

    private static final Pattern NO_BLANK = Pattern.compile("(?s).*\\S.*");
    private static final int PERCENT = 100;
    static final int MAX_STEPS = 1_000;

    private final Cursor document;
    private final Parties parties;
    private final List<Problem> refusals = new ArrayList<>();

    PlaybookReader(Cursor document) {
        this.document = document;
        this.parties = Parties.read(document);
    }

    Playbook read(String text) {
        new Metadata(document).check();
        percent("impact");
        Map<String, Step> steps = steps();
        Cursor extensions = Shapes.extensions(document.at("playbook_extensions"));
        return new Playbook(
                identifier("id", "playbook"),
                document.at("name").text(NO_BLANK, "give it a name"),
                document.at("description").textOr(""),
                document.at("playbook_types").texts(),
                document.at("labels").texts(),
                percent("severity"),
                percent("priority"),
                VariableReader.variables(document.at("playbook_variables")),
                identifier("workflow_start", "start"),
                optionalIdentifier("workflow_exception"),
                steps,
                parties.agents(),
                parties.targets(),
                fit(extensions.at(Shapes.EXTENSION).at("fits")),
                ExtensionReader.playbook(extensions),
                refusals,
                Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int percent(String name) {
        return (int) document.at(name).number(0, PERCENT, 0);
    }

    private String identifier(String name, String type) {
        return document.at(name).text(Shapes.identifier(type), "write " + type + "--UUID");
    }

    private @Nullable String optionalIdentifier(String name) {
        Cursor place = document.at(name);
        return place.present() ? place.text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE) : null;
    }

    private Map<String, Step> steps() {
        Cursor workflow = document.at("workflow");
        Map<String, Step> steps = new LinkedHashMap<>();
        if (!workflow.object()) {
            return steps;
        }
        if (workflow.node().size() > MAX_STEPS) {
            workflow.problem("has more than " + MAX_STEPS + " steps: split the playbook");
            return steps;
        }
        workflow.fields().forEach((id, place) -> {
            Step step = new StepReader(id, place, parties, refusals).read();
            if (step != null) {
                steps.put(id, step);
            }
        });
        return steps;
    }

    private static @Nullable Fit fit(Cursor fits) {
        if (!fits.present() || !fits.object()) {
            return null;
        }
        return new Fit(
                severity(fits.at("minimum_severity")),
                fits.at("tactics").texts(),
                VariableReader.references(fits.at("needs")),
                VariableReader.references(fits.at("needs_one_of")),
                (int) fits.at("priority").number(0, PERCENT, 0));
    }

    private static Severity severity(Cursor place) {
        String name = place.text();
        try {
            return Severity.of(name);
        } catch (IllegalArgumentException e) {
            place.problem("'" + name + "' is no severity: write one of informational, low, medium, high, critical");
            return Severity.CRITICAL;
        }
    }
}
