package io.acso.edge.demo.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who calls: always the responder's own user in this account. */
final class StsCalls implements Service {

    private static final String RESPONDER = "acso-responder";

    private final Holdings holdings;

    StsCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("GetCallerIdentity", this::callerIdentity);
    }

    private List<Xml> callerIdentity(QueryCall call) {
        return List.of(
                Xml.text("Arn", "arn:aws:iam::" + holdings.accountId() + ":user/" + RESPONDER),
                Xml.text("UserId", "AIDA" + RESPONDER.replace("-", "").toUpperCase(Locale.ROOT) + "DEMO"),
                Xml.text("Account", holdings.accountId()));
    }
}
