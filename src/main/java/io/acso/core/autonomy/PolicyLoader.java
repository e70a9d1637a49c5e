package io.acso.core.autonomy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import io.acso.core.autonomy.PoliciesInvalid.Problem;
import io.acso.platform.content.ContentSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads schema and policies of a content snapshot, all or none. */
final class PolicyLoader {

    private static final String FOLDER = "policies/";
    private static final String FITS_ANY_SCHEMA = "permit (principal, action, resource);";

    private final List<Problem> problems = new ArrayList<>();

    /** What was read, checked. */
    record Loaded(Schema schema, List<LoadedPolicy> policies, Approvers approvers, Freezes freezes) {}

    /** @throws PoliciesInvalid naming everything that is wrong */
    Loaded load(ContentSnapshot content) {
        SchemaText schema = new SchemaText(content.below(FOLDER, ".cedarschema"));
        check(schema);
        List<LoadedPolicy> policies = new ArrayList<>();
        if (problems.isEmpty()) {
            content.below(FOLDER, ".cedar")
                    .forEach((file, text) -> PolicyText.split(file, text).stream()
                            .filter(policy -> compiles(schema.schema(), policy))
                            .map(LoadedPolicy::of)
                            .forEach(policies::add));
            checkAnnotations(policies);
        }
        Approvers approvers = Approvers.load(content, problems);
        Freezes freezes = Freezes.load(content, problems);
        if (!problems.isEmpty()) {
            throw new PoliciesInvalid(problems);
        }
        return new Loaded(schema.schema(), policies, approvers, freezes);
    }

    private void check(SchemaText schema) {
        if (schema.files().isEmpty()) {
            String cure = "restore the file, or leave the folder out to use the built-in one";
            problems.add(new Problem(FOLDER + "schema.cedarschema", 1, "there is no schema", cure));
            return;
        }
        for (DetailedError error : errors(validate(schema.schema(), FITS_ANY_SCHEMA))) {
            PolicyText place = schema.at(start(error));
            problems.add(new Problem(place.file(), place.line(), error.message, cure(error)));
        }
    }

    private boolean compiles(Schema schema, PolicyText policy) {
        List<DetailedError> errors = errors(validate(schema, policy.text()));
        for (DetailedError error : errors) {
            problems.add(new Problem(policy.file(), policy.lineAt(start(error)), error.message, cure(error)));
        }
        return errors.isEmpty();
    }

    /** Decisions name policies by {@code @id} and explain them by {@code @because}, so each has both. */
    private void checkAnnotations(List<LoadedPolicy> policies) {
        Map<String, PolicyText> seen = new HashMap<>();
        for (LoadedPolicy policy : policies) {
            PolicyText text = policy.text();
            if (policy.id().isBlank() || policy.because().isBlank()) {
                problems.add(new Problem(
                        text.file(),
                        text.line(),
                        "the policy has no name or no reason",
                        "write @id(\"its-name\") and @because(\"its reason, for people\") before it"));
                continue;
            }
            PolicyText first = seen.putIfAbsent(policy.id(), text);
            if (first != null) {
                String error = "a second policy " + policy.id() + ", after " + first.file() + ":" + first.line();
                problems.add(new Problem(text.file(), text.line(), error, "give one of them another @id"));
            }
        }
    }

    private static ValidationResponse validate(Schema schema, String policy) {
        PolicySet alone = new PolicySet(Set.of(new Policy(policy, "policy")));
        return NativeCalls.call(() -> new BasicAuthorizationEngine().validate(new ValidationRequest(schema, alone)));
    }

    private static List<DetailedError> errors(ValidationResponse response) {
        List<DetailedError> errors = new ArrayList<>();
        response.errors.ifPresent(errors::addAll);
        response.success.ifPresent(
                success -> success.validationErrors.forEach(invalid -> errors.add(invalid.getError())));
        return errors;
    }

    private static int start(DetailedError error) {
        return error.sourceLocations.isEmpty() ? 0 : error.sourceLocations.getFirst().start;
    }

    private static String cure(DetailedError error) {
        return error.help
                .or(() -> error.sourceLocations.stream()
                        .flatMap(at -> at.label.stream())
                        .findFirst())
                .filter(help -> !help.isBlank())
                .orElse("mend it; until then none of the policies is used");
    }
}
