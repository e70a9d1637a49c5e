package io.acso.platform.durability.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.durability.Announcement;
import io.acso.testsupport.Emulators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** Facts as they arrive at whoever subscribed to SNS or has a rule in EventBridge. */
class AwsOutletsTest {

    private static final Announcement FACT = new Announcement(
            "IncidentOpened", "inc-1", "corr-1", Instant.parse("2026-03-01T12:00:00Z"), "{\"severity\":\"HIGH\"}");

    private AwsClients clients;
    private SqsClient sqs;
    private String queue;
    private String queueArn;

    @BeforeEach
    void subscriber() {
        clients = new AwsClients(AwsSettings.loopback(Emulators.moto(), "123456789012"));
        sqs = clients.build(SqsClient.SERVICE_NAME, SqsClient.builder());
        queue = sqs.createQueue(create -> create.queueName("facts-" + UUID.randomUUID()))
                .queueUrl();
        queueArn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    @Test
    void a_topic_tells_facts_as_cloud_events() {
        SnsClient sns = clients.build(SnsClient.SERVICE_NAME, SnsClient.builder());
        String topic = sns.createTopic(create -> create.name("facts-" + UUID.randomUUID()))
                .topicArn();
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(queueArn));
        new SnsTopic(sns, topic).tell(FACT);
        JsonNode notification = heard();
        assertThat(notification.at("/MessageAttributes/type/Value").asString()).isEqualTo("IncidentOpened");
        assertIsFact(Json.tree(notification.path("Message").asString()));
    }

    @Test
    void a_bus_gets_facts_as_cloud_events() {
        EventBridgeClient events = clients.build(EventBridgeClient.SERVICE_NAME, EventBridgeClient.builder());
        String bus = "facts-" + UUID.randomUUID();
        events.createEventBus(create -> create.name(bus));
        events.putRule(rule -> rule.name("all")
                .eventBusName(bus)
                .eventPattern("{\"source\":[\"io.acso\"],\"detail-type\":[\"IncidentOpened\"]}"));
        events.putTargets(targets -> targets.rule("all")
                .eventBusName(bus)
                .targets(Target.builder().id("queue").arn(queueArn).build()));
        new EventBridgeBus(events, bus).tell(FACT);
        assertIsFact(heard().path("detail"));
    }

    private JsonNode heard() {
        List<Message> messages = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> sqs.receiveMessage(
                                        receive -> receive.queueUrl(queue).waitTimeSeconds(1))
                                .messages(),
                        heard -> !heard.isEmpty());
        return Json.tree(messages.getFirst().body());
    }

    private static void assertIsFact(JsonNode event) {
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("source").asString()).isEqualTo("io.acso");
        assertThat(event.path("type").asString()).isEqualTo("IncidentOpened");
        assertThat(event.path("subject").asString()).isEqualTo("inc-1");
        assertThat(event.path("correlationid").asString()).isEqualTo("corr-1");
        assertThat(event.path("time").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(event.path("id").asString()).isNotBlank();
        assertThat(event.at("/data/severity").asString()).isEqualTo("HIGH");
    }
}
