package io.acso.core.autonomy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says for people why something was decided. */
final class Explanations {

    private final Map<String, LoadedPolicy> byId;

    Explanations(Map<String, LoadedPolicy> byId) {
        this.byId = byId;
    }

    String permitted(Answer answer) {
        return "Permitted by " + cited(answer.reasons()) + ".";
    }

    String held(Answer now, Answer approved, Decision.Need need) {
        String why = now.reasons().isEmpty() ? "No policy permits it unapproved" : "Held by " + cited(now.reasons());
        String what = need.equals(Decision.Need.ONE_PERSON) ? "With a person's approval" : "If " + approval(need);
        return why + ". " + what + " it is permitted by " + cited(approved.reasons()) + ".";
    }

    String refused(Answer answer, String nothing) {
        if (!answer.errors().isEmpty()) {
            return "Forbidden, as the policies could not be applied: " + String.join("; ", answer.errors())
                    + ". Declare the action kind in a policies/*.cedarschema file, or mend the policy.";
        }
        return answer.reasons().isEmpty() ? nothing : "Forbidden by " + cited(answer.reasons()) + ".";
    }

    String nearest(Decision.Nearest nearest) {
        List<String> changes = nearest.changes();
        String all = changes.size() == 1
                ? changes.getFirst()
                : String.join(", ", changes.subList(0, changes.size() - 1)) + " and " + changes.getLast();
        return " It would be permitted by " + cited(nearest.policies()) + " if " + all + ".";
    }

    static String approval(Decision.Need need) {
        String who = need.people() == 1 ? "a person approved it" : need.people() + " people approved it";
        return need.assurance() == Assurance.TOKEN
                ? who
                : who + ", proved by " + need.assurance().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " at least";
    }

    private String cited(Collection<String> ids) {
        return ids.stream()
                .sorted()
                .map(id -> byId.containsKey(id) ? byId.get(id).cited() : id)
                .collect(Collectors.joining(", "));
    }
}
