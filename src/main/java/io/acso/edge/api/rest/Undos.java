package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.TakingBack;
import io.acso.core.autonomy.EffectRecord;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Undo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of effects whether they were taken back, by whom, and how far it is. */
@Component
final class Undos {

    private final Effects effects;
    private final Casebook casebook;

    Undos(Effects effects, Casebook casebook) {
        this.effects = effects;
        this.casebook = casebook;
    }

    /** The index may lag, the record does not. */
    EffectRecord effect(String key) {
        Optional<EffectRecord> indexed = effects.find(key);
        return indexed.flatMap(found -> effects.find(found.request().executionId(), key))
                .orElseThrow(() -> Problems.notFound("effect", key, "/effects?execution=ID"));
    }

    /** The last wish to take it back. */
    Optional<Held<TakingBack>> wish(EffectRecord effect) {
        return casebook.takingBack(effect.request().executionId(), effect.key());
    }

    /** Empty when it was not taken back and nobody wanted that. */
    Optional<UndoBody> of(EffectRecord effect) {
        Optional<EffectRecord> done =
                Undo.key(effect).flatMap(key -> effects.find(effect.request().executionId(), key));
        return Optional.ofNullable(body(wish(effect).map(Held::value).orElse(null), done.orElse(null)));
    }

    /** The same for all effects of an execution, by their keys. */
    Map<String, UndoBody> in(String execution, List<EffectRecord> all) {
        Map<String, EffectRecord> byKey =
                all.stream().collect(Collectors.toMap(EffectRecord::key, Function.identity()));
        Map<String, TakingBack> wishes = casebook.takingsBack(execution).stream()
                .collect(Collectors.toMap(TakingBack::effect, Function.identity()));
        Map<String, UndoBody> found = new HashMap<>();
        all.forEach(effect -> {
            EffectRecord done = Undo.key(effect).map(byKey::get).orElse(null);
            UndoBody body = body(wishes.get(effect.key()), done);
            if (body != null) {
                found.put(effect.key(), body);
            }
        });
        return found;
    }

    private static @Nullable UndoBody body(@Nullable TakingBack wish, @Nullable EffectRecord done) {
        if (wish != null) {
            return UndoBody.of(wish, done);
        }
        return done == null ? null : UndoBody.of(done);
    }
}
