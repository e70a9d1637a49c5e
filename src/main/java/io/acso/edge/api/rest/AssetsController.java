package io.acso.edge.api.rest;

import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Inventory;
import io.acso.edge.api.access.Permitted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the organisation runs or relies on: the inventory. */
@RestController
@RequestMapping("/api/v1/assets")
final class AssetsController {

    private final Supplier<Inventory> inventory;

    AssetsController(Supplier<Inventory> inventory) {
        this.inventory = inventory;
    }

    /** The assets that are known, by scope and id. */
    @GetMapping
    @Permitted("inventory.read")
    Paging.Slice<Asset> list(@Valid AssetFilter filter, Paging paging) {
        List<Asset> shown =
                inventory.get().assets().stream().filter(filter::shows).toList();
        return new Keyset<>(Asset::scope, Asset::id, false).page(shown, paging);
    }

    /**
     * Which assets a list shows.
     *
     * @param type what it is, such as {@code aws:ec2:instance}
     * @param scope the account or network
     * @param criticality any of these
     * @param exposed whether it can be reached from the internet
     * @param q text that its id or owner contains, in any case
     */
    record AssetFilter(
            @Nullable String type,
            @Nullable String scope,
            @Nullable Set<Asset.Criticality> criticality,
            @Nullable Boolean exposed,
            @Size(max = 200) @Nullable String q) {

        boolean shows(Asset asset) {
            return (type == null || type.equals(asset.type()))
                    && (scope == null || scope.equals(asset.scope()))
                    && (criticality == null || criticality.isEmpty() || criticality.contains(asset.criticality()))
                    && (exposed == null || exposed == asset.exposed())
                    && (q == null
                            || (asset.id() + " " + asset.owner())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(q.toLowerCase(Locale.ROOT)));
        }
    }
}
