package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Effect;
import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsSettings;
import java.util.Optional;

/** Which accounts may be touched: those that are listed, with credentials that belong to them. */
final class AccountGuard {

    private final AwsSettings settings;
    private final AwsCaller caller;

    AccountGuard(AwsSettings settings, AwsCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /** Why the action must not go on, with the cure. Asks AWS who calls only for an account that is listed. */
    Optional<Objection> objection(Action action) {
        if (settings.credentials() == AwsSettings.Credentials.NONE) {
            return Optional.of(Objection.notConfigured("AWS is not configured, so nothing was done: set "
                    + "acso.aws.credentials to default or static, and list the account in acso.aws.accounts"));
        }
        String account = Aws.account(action.target());
        if (!settings.accounts().contains(account)) {
            return Optional.of(Objection.refused(
                    "account " + account + " is not listed: add it to acso.aws.accounts to let ACSO act on it"));
        }
        String own = caller.account();
        if (!own.equals(account)) {
            return Optional.of(Objection.refused("the credentials belong to account " + own + ", not to " + account
                    + ": give the connector an identity in " + account));
        }
        return Optional.empty();
    }

    /** What stands against an action, as an effect and in words. */
    record Objection(Effect effect, String words) {
        RuntimeException toDryRun() {
            return effect instanceof Effect.NotConfigured ? new ActionNotConfigured(words) : new ActionInvalid(words);
        }

        static Objection notConfigured(String cure) {
            return new Objection(new Effect.NotConfigured(cure), cure);
        }

        static Objection refused(String why) {
            return new Objection(new Effect.Refused(why), why);
        }
    }
}
