package io.acso.edge.demo;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the recording shows to exist, as the platform's inventory: without one no blast radius is a share of anything. */
final class DemoInventory {

    private record Shown(String type, String id) {}

    private DemoInventory() {}

    static String yaml(Recording recording, String account) {
        Set<Shown> shown = new LinkedHashSet<>();
        recording.records().forEach(record -> {
            JsonNode identity = record.path("userIdentity");
            if (identity.path("type").asString("").equals("IAMUser")) {
                shown.add(new Shown("aws:iam:user", identity.path("arn").asString("")));
                shown.add(new Shown(
                        "aws:iam:access-key", identity.path("accessKeyId").asString("")));
            }
            shown.add(new Shown(
                    "aws:iam:role",
                    identity.at("/sessionContext/sessionIssuer/arn").asString("")));
            String region = record.path("awsRegion").asString("");
            record.at("/responseElements/instancesSet/items")
                    .forEach(item -> shown.add(new Shown(
                            "aws:ec2:instance",
                            region + "/" + item.path("instanceId").asString(""))));
        });
        return shown.stream()
                .filter(asset -> !asset.id().isEmpty())
                .map(asset ->
                        "- {id: \"%s\", scope: \"aws:%s\", type: \"%s\", owner: \"demo\", criticality: MEDIUM, exposed: false}\n"
                                .formatted(asset.id().replaceAll("[\"\\\\\n]", ""), account, asset.type()))
                .collect(Collectors.joining());
    }
}
