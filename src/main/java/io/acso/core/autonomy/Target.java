package io.acso.core.autonomy;

import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Inventory;
import java.util.Optional;

/**
 * What an action is done to.
 *
 * @param type as the inventory names it: {@code aws:ec2:instance}, {@code aws:iam:user}, {@code aws:iam:access-key}
 * @param scope the account or network: {@code aws:123456789012}
 * @param id within the scope: {@code eu-north-1/i-0abc…} for an instance, an ARN for a principal, a key id
 */
public record Target(String type, String scope, String id) {

    /** The asset it is, by its id or, as sources name instances without their region, by the id's last part. */
    Optional<Asset> in(Inventory inventory) {
        return inventory
                .find(scope, id)
                .or(() -> id.startsWith("arn:")
                        ? Optional.empty()
                        : inventory.find(scope, id.substring(id.lastIndexOf('/') + 1)));
    }
}
