package io.acso.edge.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The events that come with the demo, and what follows from them. */
class BundledEventsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String ACCOUNT = "111122223333";

    @ParameterizedTest
    @ValueSource(strings = {"attack", "benign"})
    void records_are_whole_and_in_order(String name) throws IOException {
        List<ObjectNode> records = records(name);
        assertThat(records).hasSizeGreaterThanOrEqualTo(200).allSatisfy(one -> {
            assertThat(one.propertyNames())
                    .contains(
                            "eventVersion",
                            "userIdentity",
                            "eventTime",
                            "eventSource",
                            "eventName",
                            "awsRegion",
                            "sourceIPAddress",
                            "userAgent",
                            "requestParameters",
                            "responseElements",
                            "requestID",
                            "readOnly",
                            "eventType",
                            "eventCategory");
            assertThat(text(one, "recipientAccountId")).isEqualTo(ACCOUNT);
        });
        assertThat(records).extracting(one -> text(one, "eventTime")).isSorted();
        assertThat(records).extracting(one -> text(one, "eventID")).doesNotHaveDuplicates();
    }

    @Test
    void the_attack_leaves_behind_what_containment_acts_on() throws IOException {
        try (StandInAccount account = StandInAccount.start(AccountState.empty(ACCOUNT))) {
            records("attack").forEach(account::observe);
            AccountState state = account.state();
            assertThat(state.user("build-deployer").orElseThrow().accessKeys()).hasSize(1);
            assertThat(state.user("svc-backup").orElseThrow().accessKeys()).hasSize(1);
            assertThat(state.role("OrganizationOpsAdmin")).isPresent();
            assertThat(state.instances())
                    .filteredOn(instance -> instance.region().equals("eu-north-1"))
                    .hasSize(4)
                    .allSatisfy(instance -> assertThat(instance.volumes()).isNotEmpty());
        }
    }

    @Test
    void the_victim_and_others_share_an_address_that_the_attacker_never_uses() throws IOException {
        List<ObjectNode> attack = records("attack");
        Set<String> leakedFrom = attack.stream()
                .filter(one -> text(one.path("userIdentity"), "userName").equals("build-deployer"))
                .map(one -> text(one, "sourceIPAddress"))
                .collect(Collectors.toSet());
        assertThat(leakedFrom).hasSize(2).contains("203.0.113.24");
        assertThat(attack)
                .filteredOn(one -> text(one, "sourceIPAddress").equals("203.0.113.24"))
                .extracting(one -> text(one.path("userIdentity"), "principalId"))
                .matches(principals -> Set.copyOf(principals).size() >= 3, "several principals share it");
    }

    @Test
    void nothing_of_the_attack_is_in_the_benign_hour() throws IOException {
        assertThat(records("benign"))
                .extracting(one -> text(one, "sourceIPAddress"))
                .noneMatch(address -> address.startsWith("198.51.100."));
    }

    @Test
    void what_the_attacker_started_has_a_price_with_a_source() throws IOException {
        JsonNode table =
                YAMLMapper.shared().readTree(Files.readString(RESOURCES.resolve("content/catalog/prices/aws-ec2.yml")));
        assertThat(text(table, "source")).contains("AWS public on-demand price list");
        assertThat(text(table, "date")).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(records("attack"))
                .filteredOn(one -> text(one, "eventName").equals("RunInstances") && one.get("errorCode") == null)
                .hasSize(3)
                .allSatisfy(one -> assertThat(table.path("prices")
                                .path(text(one, "awsRegion"))
                                .path(text(one.path("requestParameters"), "instanceType"))
                                .asDouble())
                        .isPositive());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<ObjectNode> records(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve("demo/" + name + ".ndjson")).stream()
                .map(line -> (ObjectNode) Json.tree(line))
                .toList();
    }
}
