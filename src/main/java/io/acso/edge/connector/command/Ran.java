package io.acso.edge.connector.command;

import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What came of running a command. */
public sealed interface Ran {

    /** It ran to its end. A status other than 0 is the command's own word that it did not succeed. */
    record Ended(int status, BoundedText out, BoundedText err) implements Ran {}

    /** It never began; {@code passing} when it may on another try. */
    record NotBegun(String why, boolean passing) implements Ran {}

    /** It began, and what became of it is not known. */
    record Lost(String why) implements Ran {}

    /** What a shell answers when there is no such command, or none that can be run. */
    Set<Integer> NO_COMMAND = Set.of(126, 127);

    int QUOTED = 300;

    /** As the outcome of an action. */
    default Effect effect() {
        return switch (this) {
            case NotBegun not -> new Effect.Failed(not.why(), not.passing());
            case Lost lost -> new Effect.Unknown(lost.why());
            case Ended ended when ended.status() == 0 -> new Effect.Done(details(ended));
            case Ended ended -> new Effect.Failed(words(ended), false);
        };
    }

    /** As a look whether something is in place: status 0 says yes, another one no. */
    default Check seen() {
        return switch (this) {
            case Ended ended when ended.status() == 0 -> new Check(Verdict.IN_PLACE, words(ended));
            case Ended ended when !NO_COMMAND.contains(ended.status()) -> new Check(Verdict.NOT_IN_PLACE, words(ended));
            case Ended ended -> new Check(Verdict.CANNOT_TELL, words(ended));
            case NotBegun not -> new Check(Verdict.CANNOT_TELL, not.why());
            case Lost lost -> new Check(Verdict.CANNOT_TELL, lost.why());
        };
    }

    private static Map<String, String> details(Ended ended) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("exit_status", Integer.toString(ended.status()));
        details.put("stdout", ended.out().text());
        details.put("stderr", ended.err().text());
        details.put("cut", Boolean.toString(ended.out().cut() || ended.err().cut()));
        return details;
    }

    private static String words(Ended ended) {
        String said = (ended.err().text().isBlank() ? ended.out() : ended.err())
                .text()
                .strip();
        String quoted = said.length() > QUOTED ? said.substring(0, QUOTED) + "…" : said;
        return "the command ended with status " + ended.status() + (quoted.isEmpty() ? "" : ": " + quoted);
    }
}
