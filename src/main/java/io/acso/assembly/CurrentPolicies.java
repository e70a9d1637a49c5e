package io.acso.assembly;

import io.acso.core.autonomy.Policies;
import io.acso.platform.content.ContentSnapshot;
import java.util.function.Supplier;

/** The policies of the content of the moment. */
final class CurrentPolicies implements Supplier<Policies> {

    private final Supplier<ContentSnapshot> content;
    private volatile Policies loaded;

    CurrentPolicies(Supplier<ContentSnapshot> content) {
        this.content = content;
        this.loaded = Policies.load(content.get());
    }

    @Override
    public Policies get() {
        ContentSnapshot now = content.get();
        if (!now.hash().hex().equals(loaded.content())) {
            loaded = Policies.load(now);
        }
        return loaded;
    }
}
