package io.acso.edge.connector.command;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.RepeatSafety;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a command. Beside its own, an action may carry those of its inverse, each with {@code undo.}
 * before its name, and of a look at its effect that changes nothing, with {@code check.} before it.
 */
public final class CommandArguments {

    private static final String UNDO = "undo.";
    private static final String CHECK = "check.";
    /** Said once: they hold for the inverse and the check as well. */
    private static final Set<String> SHARED = Set.of("authentication", "authentication_type", "username", "timeout_ms");

    private static final String HEADER = "header.";
    /** Less than an agent may work at one task, so that it knows the end of its own command. */
    private static final Duration LONGEST = Duration.ofMinutes(9);

    private final Action action;

    public CommandArguments(Action action) {
        this.action = action;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(action.arguments().get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws ActionInvalid when it is absent */
    public String text(String name) {
        return find(name)
                .orElseThrow(() -> new ActionInvalid(action.kind() + " needs the argument '" + name + "': add it"));
    }

    /**
     * What {@code name} says, or {@code name_b64} in base64; null when neither is there.
     *
     * @throws ActionInvalid when both are there, it is no base64, or longer than {@code most} bytes
     */
    public byte @Nullable [] content(String name, int most) {
        Optional<String> plain = find(name);
        Optional<String> encoded = find(name + "_b64");
        if (plain.isPresent() && encoded.isPresent()) {
            throw invalid(name, "is given twice: as text and as " + name + "_b64");
        }
        byte[] bytes = plain.map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> encoded.map(text -> decoded(name, text)))
                .orElse(null);
        if (bytes != null && bytes.length > most) {
            throw invalid(name, "has " + bytes.length + " bytes; " + most + " are the most");
        }
        return bytes;
    }

    private byte[] decoded(String name, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name + "_b64", "is not base64");
        }
    }

    /** The text of {@code command} or {@code command_b64}, of at most {@code most} bytes. */
    public String command(int most) {
        byte[] bytes = content("command", most);
        if (bytes == null) {
            throw invalid("command", "is missing: say what is to be run");
        }
        String command = new String(bytes, StandardCharsets.UTF_8);
        if (command.isBlank() || command.indexOf('\0') >= 0) {
            throw invalid("command", "is blank or holds a null character");
        }
        return command;
    }

    /** {@code timeout_ms}, or {@code usual} without it; a step that has longer waits no longer than this for a command. */
    public Duration timeout(Duration usual) {
        return find("timeout_ms").map(this::millis).orElse(usual);
    }

    private Duration millis(String text) {
        if (!text.matches("[1-9]\\d{0,14}")) {
            throw invalid("timeout_ms", "is a number of milliseconds, not '" + text + "'");
        }
        return Duration.ofMillis(Math.min(Long.parseLong(text), LONGEST.toMillis()));
    }

    /** The secret that {@code authentication} names; {@code usual} is its type without {@code authentication_type}. */
    public Optional<Credentials> credentials(Credentials.Type usual) {
        Credentials.Type type = find("authentication_type")
                .map(word -> Credentials.Type.of(word)
                        .orElseThrow(() -> invalid(
                                "authentication_type", "is one of " + Arrays.toString(Credentials.Type.values()))))
                .orElse(usual);
        return find("authentication").map(name -> new Credentials(name, type, find("username")));
    }

    /**
     * What {@code repeat_safety} says, or {@code usual} without it.
     *
     * @throws ActionInvalid when it says something else, or {@code checkable} where the action has no check
     */
    public RepeatSafety repeatSafety(RepeatSafety usual) {
        RepeatSafety safety = find("repeat_safety").map(this::safety).orElse(usual);
        if (safety == RepeatSafety.CHECKABLE && check().isEmpty()) {
            throw invalid("repeat_safety", "is checkable, but nothing says how: add arguments that begin with check.");
        }
        return safety;
    }

    /** As {@link #repeatSafety}, where an answer is needed: what is not said in a way that holds is not safe. */
    public RepeatSafety repeatSafetyOrNone(RepeatSafety usual) {
        try {
            return repeatSafety(usual);
        } catch (ActionInvalid invalid) {
            return RepeatSafety.NONE;
        }
    }

    private RepeatSafety safety(String word) {
        for (RepeatSafety safety : RepeatSafety.values()) {
            if (safety.name().toLowerCase(Locale.ROOT).equals(word)) {
                return safety;
            }
        }
        throw invalid("repeat_safety", "is natural, keyed, checkable or none, not '" + word + "'");
    }

    /** The inverse that the action names. */
    public Optional<Action> undo() {
        return variant(UNDO);
    }

    /** The look at its effect that the action names. */
    public Optional<Action> check() {
        return variant(CHECK);
    }

    private Optional<Action> variant(String prefix) {
        Map<String, String> own = action.arguments().entrySet().stream()
                .filter(argument -> argument.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        argument -> argument.getKey().substring(prefix.length()), Map.Entry::getValue));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> all = new HashMap<>();
        action.arguments().forEach((name, value) -> {
            if (SHARED.contains(name) || name.startsWith(HEADER)) {
                all.put(name, value);
            }
        });
        all.putAll(own);
        return Optional.of(new Action(action.kind(), action.target(), all));
    }

    /** The problem with one argument, in words. */
    public ActionInvalid invalid(String name, String problem) {
        return new ActionInvalid("the argument '" + name + "' of " + action.kind() + " " + problem);
    }
}
