package io.acso.platform.durability.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Which queues were ever used, by any process. */
final class QueueNames {

    private final Table table;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    QueueNames(Table table) {
        this.table = table;
    }

    /** Before the first message goes there: a name without a message is harmless, the other way round is not. */
    void remember(String queue) {
        if (!known.contains(queue)) {
            table.put(Values.key(Column.QUEUES, queue));
            known.add(queue);
        }
    }

    List<String> all() {
        QueryRequest.Builder query = QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("pk = :queues")
                .expressionAttributeValues(Map.of(":queues", Values.text(Column.QUEUES)));
        List<String> names = new ArrayList<>();
        table.all(query::copy).forEach(item -> names.add(Values.text(item, Column.SORT)));
        return names;
    }
}
