package io.acso.edge.connector.aws;

import io.acso.domain.kernel.Json;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One changing request: shown in a dry run, sent when the action is carried out.
 *
 * @param service as IAM policies name it: {@code ec2}
 */
record Call<Q extends SdkRequest, A>(String service, Q request, Function<Q, A> send) {

    private static final String SUFFIX = "Request";

    /** {@code iam:UpdateAccessKey {"UserName":"…",…}}: the operation as IAM names it, and the request's members. */
    String text() {
        return name() + " " + members(request);
    }

    String name() {
        String type = request.getClass().getSimpleName();
        return service + ":" + type.substring(0, type.length() - SUFFIX.length());
    }

    A answer() {
        return send.apply(request);
    }

    /** In the API's own order, which is how people know the call. */
    private static ObjectNode members(SdkPojo pojo) {
        ObjectNode members = Json.object();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
                members.set(field.memberName(), shown(value));
            }
        }
        return members;
    }

    private static JsonNode shown(Object value) {
        return switch (value) {
            case SdkPojo pojo -> members(pojo);
            case Collection<?> list -> {
                ArrayNode items = Json.MAPPER.createArrayNode();
                list.forEach(item -> items.add(shown(item)));
                yield items;
            }
            case Number number -> Json.MAPPER.valueToTree(number);
            case Boolean bool -> BooleanNode.valueOf(bool);
            default -> StringNode.valueOf(value.toString());
        };
    }

    static List<String> texts(List<? extends Call<?, ?>> calls) {
        return calls.stream().map(Call::text).toList();
    }
}
