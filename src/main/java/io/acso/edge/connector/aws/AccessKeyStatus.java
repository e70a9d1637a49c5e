package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/** Deactivates an access key, or activates it again. The argument {@code userName} spares a look-up. */
final class AccessKeyStatus implements Measure {

    static final String DEACTIVATE = "aws.iam.deactivate-access-key";
    static final String ACTIVATE = "aws.iam.activate-access-key";
    private static final String TYPE = "aws:iam:access-key";

    private final ContainmentClients clients;

    AccessKeyStatus(ContainmentClients clients) {
        this.clients = clients;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DEACTIVATE, ACTIVATE);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        String user = user(action);
        StatusType now = status(action, user);
        boolean already = now == wanted(action);
        String summary = "Access key %s of user %s becomes %s (it is %s)."
                .formatted(action.target().id(), user, wanted(action), now);
        return new DryRun(
                action, List.of(update(action, user).text()), 1, already ? null : inverse(action, user), summary);
    }

    @Override
    public Map<String, String> carryOut(Authorized authorized, Attempt attempt) {
        Action action = authorized.action();
        String user = user(action);
        attempt.send(update(action, user));
        return Map.of("userName", user, "status", wanted(action).toString());
    }

    @Override
    public Check check(Action action) {
        String user = user(action);
        StatusType now = status(action, user);
        return new Check(
                now == wanted(action) ? Check.Verdict.IN_PLACE : Check.Verdict.NOT_IN_PLACE,
                "key %s of %s is %s".formatted(action.target().id(), user, now));
    }

    private Call<UpdateAccessKeyRequest, UpdateAccessKeyResponse> update(Action action, String user) {
        UpdateAccessKeyRequest request = UpdateAccessKeyRequest.builder()
                .userName(user)
                .accessKeyId(action.target().id())
                .status(wanted(action))
                .build();
        return new Call<>("iam", request, clients.iam()::updateAccessKey);
    }

    private static Action inverse(Action action, String user) {
        return new Action(
                action.kind().equals(DEACTIVATE) ? ACTIVATE : DEACTIVATE, action.target(), Map.of("userName", user));
    }

    private static StatusType wanted(Action action) {
        return action.kind().equals(DEACTIVATE) ? StatusType.INACTIVE : StatusType.ACTIVE;
    }

    private String user(Action action) {
        Aws.requireType(action, TYPE);
        String given = action.arguments().get("userName");
        String user = given != null ? given : lastUser(action.target().id());
        if (user == null || user.isBlank()) {
            throw new ActionInvalid("access key " + action.target().id() + " belongs to no IAM user of the account: "
                    + "a root user's key can only be deactivated by the root user");
        }
        return user;
    }

    private @Nullable String lastUser(String accessKeyId) {
        return clients.iam()
                .getAccessKeyLastUsed(request -> request.accessKeyId(accessKeyId))
                .userName();
    }

    private StatusType status(Action action, String user) {
        String id = action.target().id();
        return clients.iam().listAccessKeysPaginator(request -> request.userName(user)).accessKeyMetadata().stream()
                .filter(key -> key.accessKeyId().equals(id))
                .map(AccessKeyMetadata::status)
                .findFirst()
                .orElseThrow(() -> new ActionInvalid("user " + user + " has no access key " + id
                        + ": it was deleted, or the argument 'userName' is wrong"));
    }
}
