package io.acso.assembly;

import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Digest;
import io.acso.platform.content.ContentSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The inventory in {@code catalog/inventory/*.yml} of the content of the moment: lists of assets. */
final class ContentInventory implements Supplier<Inventory> {

    private static final String FOLDER = "catalog/inventory/";
    private static final YAMLMapper YAML = new YAMLMapper();

    private record Loaded(Digest content, Inventory inventory) {}

    private final Supplier<ContentSnapshot> content;
    private volatile Loaded loaded;

    /** @throws IllegalArgumentException when a file is no list of assets; names the file and the place */
    ContentInventory(Supplier<ContentSnapshot> content) {
        this.content = content;
        this.loaded = load(content.get());
    }

    @Override
    public Inventory get() {
        ContentSnapshot now = content.get();
        if (!now.hash().equals(loaded.content())) {
            loaded = load(now);
        }
        return loaded.inventory();
    }

    private static Loaded load(ContentSnapshot snapshot) {
        List<Asset> assets = new ArrayList<>();
        snapshot.below(FOLDER, ".yml", ".yaml").forEach((path, text) -> assets.addAll(read(path, text)));
        return new Loaded(snapshot.hash(), new Inventory(assets));
    }

    private static List<Asset> read(String path, String text) {
        try {
            return List.of(YAML.readValue(text, Asset[].class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    path + ": " + e.getOriginalMessage() + " at " + e.getLocation()
                            + "; an asset has id, scope, type, owner, criticality and exposed",
                    e);
        }
    }
}
