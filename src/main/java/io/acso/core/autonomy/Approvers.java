package io.acso.core.autonomy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.acso.core.autonomy.PoliciesInvalid.Problem;
import io.acso.domain.kernel.Principal;
import io.acso.platform.content.ContentSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code policies/approvers.yml}: the groups of approvers, and what it takes to approve which actions. */
record Approvers(Map<String, Set<Principal>> groups, List<Terms> terms) {

    static final String FILE = "policies/approvers.yml";

    private static final String CURE = "mend it, or remove the file from the content directory; the shipped one shows"
            + " what can be written";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What it takes for the actions that fit. */
    record Terms(
            @Nullable List<String> kinds,
            @Nullable List<String> scopes,
            @Nullable Integer quorum,
            @Nullable Assurance assurance,
            @Nullable Duration validity,
            @Nullable List<Asked> chain) {

        boolean fits(String kind, String scope) {
            return fits(kinds, kind) && fits(scopes, scope);
        }

        ApprovalTerms within(Duration usual) {
            return new ApprovalTerms(
                    quorum == null ? 1 : quorum,
                    validity == null || validity.compareTo(usual) > 0 ? usual : validity,
                    asked().stream().map(Asked::stage).toList(),
                    assurance == null ? Assurance.TOKEN : assurance);
        }

        List<Asked> asked() {
            return chain == null ? List.of() : chain;
        }

        private static boolean fits(@Nullable List<String> patterns, String text) {
            return patterns == null || patterns.stream().anyMatch(pattern -> Pattern.fits(pattern, text));
        }
    }

    /** One link of a chain. */
    record Asked(
            @JsonProperty(required = true) String group,
            @Nullable Duration after) {
        ApprovalTerms.Stage stage() {
            return new ApprovalTerms.Stage(group, after == null ? Duration.ZERO : after);
        }
    }

    Approvers {
        groups = groups == null ? Map.of() : Map.copyOf(groups);
        terms = terms == null ? List.of() : List.copyOf(terms);
    }

    static Approvers load(ContentSnapshot content, List<Problem> problems) {
        String text = content.files().get(FILE);
        if (text == null) {
            return new Approvers(Map.of(), List.of());
        }
        try {
            Approvers read = YAML.readValue(text, Approvers.class);
            read.check(problems);
            return read;
        } catch (MismatchedInputException e) {
            problems.add(problem(line(e), e.getPathReference() + ": " + e.getOriginalMessage()));
        } catch (JacksonException e) {
            problems.add(problem(line(e), e.getOriginalMessage()));
        }
        return new Approvers(Map.of(), List.of());
    }

    /** The groups that somebody belongs to. */
    Set<String> of(Principal person) {
        Set<String> of = new TreeSet<>();
        groups.forEach((group, members) -> {
            if (members.contains(person)) {
                of.add(group);
            }
        });
        return of;
    }

    /** What it takes to approve this plan. */
    ApprovalTerms terms(Plan plan, Duration usual) {
        ApprovalTerms all = ApprovalTerms.one(usual);
        for (Terms each : terms) {
            boolean fits = plan.actions().stream()
                            .map(PlannedAction::action)
                            .anyMatch(action ->
                                    each.fits(action.kind(), action.target().scope()))
                    || plan.constraints().stream()
                            .anyMatch(constraint -> each.fits(constraint.kind(), constraint.scope()));
            all = fits ? all.and(each.within(usual)) : all;
        }
        return all;
    }

    private void check(List<Problem> problems) {
        for (Terms each : terms) {
            try {
                each.within(Duration.ofDays(1));
            } catch (IllegalArgumentException e) {
                problems.add(problem(1, "/terms/" + terms.indexOf(each) + ": " + e.getMessage()));
            }
            each.asked().stream()
                    .map(Asked::group)
                    .filter(group -> !groups.containsKey(group))
                    .forEach(group -> problems.add(problem(1, "the chain asks '" + group + "', which is no group")));
        }
        groups.forEach((group, members) -> members.stream()
                .filter(member -> member.kind() == Principal.Kind.AGENT)
                .forEach(agent -> problems.add(problem(1, "/groups/" + group + ": " + agent + " never approves"))));
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null
                ? 1
                : Math.max(1, Objects.requireNonNull(e.getLocation()).getLineNr());
    }

    private static Problem problem(int line, String error) {
        return new Problem(FILE, line, error, CURE);
    }
}
