package io.acso.edge.connector.http;

import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.edge.connector.http.Answer.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an answer means. */
final class Judgement {

    /** The other side says that it did nothing and may do it later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    /** The other side says that it never will. */
    private static final Set<Integer> NEVER = Set.of(501, 505);

    private static final Set<Integer> NOT_THERE = Set.of(404, 410);
    private static final int QUOTED = 300;

    private Judgement() {}

    static Effect of(Answer answer, RepeatSafety safety) {
        return switch (answer) {
            case Answer.NotSent not -> new Effect.Failed("nothing was sent: " + not.why(), not.passing());
            case Answer.Lost lost -> new Effect.Unknown("the answer was lost: " + lost.why());
            case Given given -> of(given, safety);
        };
    }

    private static Effect of(Given given, RepeatSafety safety) {
        int status = given.status();
        if (status >= 200 && status < 300) {
            return new Effect.Done(details(given));
        }
        if (LATER.contains(status)) {
            return new Effect.Failed(words(given), true);
        }
        if (status >= 500 && !NEVER.contains(status)) {
            return repeats(safety) ? new Effect.Failed(words(given), true) : new Effect.Unknown(words(given));
        }
        return new Effect.Refused(status < 400 ? words(given) + "; redirects are not followed" : words(given));
    }

    /** A server in trouble may have acted before it was; asking again is harmless only for these. */
    private static boolean repeats(RepeatSafety safety) {
        return safety == RepeatSafety.NATURAL || safety == RepeatSafety.KEYED;
    }

    static Check seen(Answer answer) {
        if (answer instanceof Given given && given.status() >= 200 && given.status() < 300) {
            return new Check(Verdict.IN_PLACE, words(given));
        }
        if (answer instanceof Given given && NOT_THERE.contains(given.status())) {
            return new Check(Verdict.NOT_IN_PLACE, words(given));
        }
        return new Check(Verdict.CANNOT_TELL, answer.toString());
    }

    private static Map<String, String> details(Given given) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("status", Integer.toString(given.status()));
        details.put("body", given.body().text());
        details.put("body_cut", Boolean.toString(given.body().cut()));
        return details;
    }

    private static String words(Given given) {
        StringBuilder words = new StringBuilder("the other side answered " + given.status());
        String body = given.body().text().strip();
        if (!body.isEmpty()) {
            words.append(": ").append(body.length() > QUOTED ? body.substring(0, QUOTED) + "…" : body);
        }
        given.headers().forEach((name, value) -> {
            if (!name.equals("content-type")) {
                words.append("; ").append(name).append(' ').append(value);
            }
        });
        return words.toString();
    }
}
