package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes facts to an SNS topic, with their type and subject as attributes that a subscription can filter by. */
final class SnsTopic implements Outlet {

    private final SnsClient sns;
    private final String arn;

    SnsTopic(SnsClient sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    @Override
    public void tell(Announcement fact) {
        sns.publish(request -> request.topicArn(arn)
                .message(CloudEvent.json(fact))
                .messageAttributes(Map.of("type", text(fact.type()), "subject", text(fact.subject()))));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
