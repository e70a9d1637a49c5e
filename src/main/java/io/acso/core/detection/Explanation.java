package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import java.util.List;

/** Why one rule matches one event, or does not. */
public sealed interface Explanation {

    SigmaRule rule();

    boolean matches();

    /**
     * The rule is not shown such events.
     *
     * @param wanted the log sources that it is for; more than one when a pipeline gave it other forms
     */
    record OtherLogSource(SigmaRule rule, List<LogSource> wanted, LogSource had) implements Explanation {

        public OtherLogSource {
            wanted = List.copyOf(wanted);
        }

        @Override
        public boolean matches() {
            return false;
        }
    }

    /**
     * The rule looked at the event.
     *
     * @param reason the whole condition, each part with its answer
     */
    record Answered(SigmaRule rule, Reason reason) implements Explanation {

        @Override
        public boolean matches() {
            return reason.holds();
        }

        /**
         * What settled it: of a match every check that had to hold and did; else the first check that failed, or those
         * that held where a 'not' stands before them.
         */
        public List<Reason.Decisive> decisive() {
            return reason.decisive(List.of());
        }
    }
}
