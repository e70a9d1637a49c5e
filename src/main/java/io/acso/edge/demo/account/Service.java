package io.acso.edge.demo.account;

import java.util.List;
import java.util.Map;

/** Some calls of one AWS service: what each does to the holdings, and the content of its answer. */
interface Service {

    /** Carries out one call; called under the account's lock. */
    @FunctionalInterface
    interface Operation {
        List<Xml> answer(QueryCall call);
    }

    Map<String, Operation> operations();
}
