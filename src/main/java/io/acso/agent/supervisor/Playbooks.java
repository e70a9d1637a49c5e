package io.acso.agent.supervisor;

import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.PlaybookLibrary;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The playbooks of the moment, and those that executions began with, kept until they are needed no more. */
final class Playbooks {

    private static final String FOLDER = "playbooks/";

    private record Loaded(Digest content, PlaybookLibrary library) {}

    private final Supplier<ContentSnapshot> content;
    private volatile Loaded loaded;

    /** @throws io.acso.core.playbook.PlaybookInvalid when one cannot run */
    Playbooks(Supplier<ContentSnapshot> content) {
        this.content = content;
        this.loaded = load(content.get());
    }

    PlaybookLibrary library() {
        ContentSnapshot now = content.get();
        if (!now.hash().equals(loaded.content())) {
            loaded = load(now);
        }
        return loaded.library();
    }

    /** Keeps the text of a playbook that an execution begins with. */
    void keep(Playbook playbook, Workbench bench) {
        for (String text : files(content.get()).values()) {
            if (Digest.of(text.getBytes(StandardCharsets.UTF_8)).equals(playbook.hash())) {
                Key key = key(playbook.hash());
                bench.overwrite(Item.of(key.partition(), key.sort(), 1, text));
                return;
            }
        }
    }

    /** The very version that an execution began with. */
    Playbook version(Digest hash, String id, Workbench bench) {
        return library()
                .find(id)
                .filter(playbook -> playbook.hash().equals(hash))
                .orElseGet(() -> bench.records()
                        .get(key(hash))
                        .map(item -> PlaybookCheck.read(item.as(String.class)))
                        .orElseThrow(() -> new IllegalStateException(
                                "version " + hash + " of playbook " + id + " is nowhere kept")));
    }

    private static Loaded load(ContentSnapshot snapshot) {
        return new Loaded(snapshot.hash(), PlaybookLibrary.load(files(snapshot)));
    }

    private static Map<String, String> files(ContentSnapshot snapshot) {
        return snapshot.below(FOLDER, ".json");
    }

    private static Key key(Digest hash) {
        return new Key("playbook#" + hash, "text");
    }
}
