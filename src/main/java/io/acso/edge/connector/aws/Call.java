package io.acso.edge.connector.aws;

import io.acso.domain.kernel.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * One changing request: shown in a dry run, sent when the action is carried out.
 *
 * @param service as IAM policies name it: {@code ec2}
 */
record Call<Q extends SdkRequest, A>(String service, Q request, Function<Q, A> send) {

    private static final String SUFFIX = "Request";

    /** {@code iam:UpdateAccessKey {"UserName":"…",…}}: the operation as IAM names it, and the request's members. */
    String text() {
        return name() + " " + Json.text(members(request));
    }

    String name() {
        String type = request.getClass().getSimpleName();
        return service + ":" + type.substring(0, type.length() - SUFFIX.length());
    }

    A answer() {
        return send.apply(request);
    }

    private static Map<String, Object> members(SdkPojo pojo) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = shown(field.getValueOrDefault(pojo));
            if (value != null) {
                members.put(field.memberName(), value);
            }
        }
        return members;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> absent -> null;
            case SdkPojo pojo -> members(pojo);
            case Collection<?> list -> list.stream().map(Call::shown).toList();
            case Number number -> number;
            case Boolean bool -> bool;
            default -> value.toString();
        };
    }

    static List<String> texts(List<? extends Call<?, ?>> calls) {
        return calls.stream().map(Call::text).toList();
    }
}
