package io.acso.core.autonomy;

import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.DetailedError;
import java.util.List;
import java.util.Set;

/**
 * What Cedar says: yes or no.
 *
 * @param reasons ids of the policies that made it so: permits for a yes, forbids (or none) for a no
 * @param errors why it could not decide properly; with any of them the answer is no
 */
record Answer(boolean allowed, Set<String> reasons, List<String> errors) {

    /** A policy that fails is skipped by Cedar, and a skipped forbid forbids nothing: so any failure is a no. */
    static Answer of(AuthorizationResponse response) {
        if (response.success.isEmpty()) {
            List<String> errors = response.errors.stream()
                    .flatMap(List::stream)
                    .map((DetailedError error) -> error.message)
                    .toList();
            return new Answer(false, Set.of(), errors.isEmpty() ? List.of("Cedar gave no answer") : errors);
        }
        AuthorizationSuccessResponse success = response.success.get();
        List<String> errors = success.getErrors().stream()
                .map(error -> error.getPolicyId() + ": " + error.getError().message)
                .toList();
        return new Answer(success.isAllowed() && errors.isEmpty(), Set.copyOf(success.getReason()), errors);
    }
}
