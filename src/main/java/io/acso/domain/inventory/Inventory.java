package io.acso.domain.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The assets that are known, and how many there are of each type: what a blast radius is a share of. */
public record Inventory(List<Asset> assets) {

    public Inventory {
        assets = List.copyOf(assets);
    }

    public static Inventory of(Collection<Asset> assets) {
        return new Inventory(List.copyOf(assets));
    }

    public Optional<Asset> find(String scope, String id) {
        return assets.stream()
                .filter(asset -> asset.scope().equals(scope) && asset.id().equals(id))
                .findFirst();
    }

    public long count(String scope, String type) {
        return assets.stream()
                .filter(asset -> asset.scope().equals(scope) && asset.type().equals(type))
                .count();
    }
}
