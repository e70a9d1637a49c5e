package io.acso.agent.supervisor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookCheck;
import io.acso.core.playbook.PlaybookInvalid;
import io.acso.core.playbook.PlaybookLibrary;
import io.acso.core.playbook.Trust;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The playbooks of the moment, and those that executions began with, kept until they are needed no more. */
final class Playbooks {

    private static final System.Logger LOG = System.getLogger(Playbooks.class.getName());
    private static final String FOLDER = "playbooks/";
    private static final int MOST_READ = 64;

    private record Loaded(Digest content, PlaybookLibrary library) {}

    private final Supplier<ContentSnapshot> content;
    private final Trust trust;
    private final InstantSource clock;
    private final Cache<Digest, Playbook> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();
    private volatile Loaded loaded;

    /** @throws io.acso.core.playbook.PlaybookInvalid when one cannot run */
    Playbooks(Supplier<ContentSnapshot> content, Trust trust, InstantSource clock) {
        this.content = content;
        this.trust = trust;
        this.clock = clock;
        this.loaded = load(content.get());
    }

    PlaybookLibrary library() {
        ContentSnapshot now = content.get();
        if (!now.hash().equals(loaded.content())) {
            loaded = follow(now, loaded.library());
        }
        return loaded.library();
    }

    /** Keeps the text of a playbook that an execution begins with. */
    void keep(Playbook playbook, Workbench bench) {
        for (String text : files(content.get()).values()) {
            if (Digest.of(text.getBytes(StandardCharsets.UTF_8)).equals(playbook.hash())) {
                bench.overwrite(CaseKeys.playbookText(playbook.hash(), text));
                return;
            }
        }
    }

    /** The version that an execution was planned with; of one that no version is known of, the one of the moment. */
    Playbook of(ExecutionRecord execution, Workbench bench) {
        Digest planned = execution.playbookHash();
        return planned == null
                ? library()
                        .find(execution.playbookId())
                        .orElseThrow(() -> nowhere("playbook " + execution.playbookId()))
                : version(planned, execution.playbookId(), bench);
    }

    /** The very version that an execution began with. */
    Playbook version(Digest hash, String id, Workbench bench) {
        return library()
                .find(id)
                .filter(playbook -> playbook.hash().equals(hash))
                .orElseGet(() -> read.get(hash, missing -> kept(missing, id, bench)));
    }

    private static Playbook kept(Digest hash, String id, Workbench bench) {
        return bench.records()
                .get(CaseKeys.playbook(hash))
                .map(item -> PlaybookCheck.read(item.as(String.class)))
                .orElseThrow(() -> nowhere("version " + hash + " of playbook " + id));
    }

    private static IllegalStateException nowhere(String what) {
        return new IllegalStateException(what + " is nowhere kept");
    }

    /** A change that cannot be used changes nothing. */
    private Loaded follow(ContentSnapshot changed, PlaybookLibrary before) {
        try {
            return load(changed);
        } catch (PlaybookInvalid e) {
            LOG.log(Level.ERROR, "the changed playbooks cannot be used, those before stay: " + e.getMessage());
            return new Loaded(changed.hash(), before);
        }
    }

    private Loaded load(ContentSnapshot snapshot) {
        return new Loaded(snapshot.hash(), PlaybookLibrary.load(files(snapshot), trust, clock.instant()));
    }

    private static Map<String, String> files(ContentSnapshot snapshot) {
        return snapshot.below(FOLDER, ".json");
    }
}
