package io.acso.platform.durability.aws;

import io.acso.platform.durability.CommitConflict;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item's part in a transaction.
 *
 * @param refusal what its failed condition means, from the item as it is; null when the part is then left out
 */
record Write(TransactWriteItem item, @Nullable Function<Map<String, AttributeValue>, CommitConflict> refusal) {

    static Write orConflict(TransactWriteItem item, String message) {
        return new Write(item, found -> new CommitConflict(message));
    }

    static Write orNothing(TransactWriteItem item) {
        return new Write(item, null);
    }
}
