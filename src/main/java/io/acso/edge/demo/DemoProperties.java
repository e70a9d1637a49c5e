package io.acso.edge.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings that a platform is given for a demo: the stand-in account and nothing else to act on. */
final class DemoProperties {

    static final String APPROVER = "demo-approver";

    private static final String POLICY = """
            // Laid over the content for a demo without input, and only then.
            @id("demo-unattended-approval")
            @because("nobody watches this demo, and its account is a stand-in on this machine")
            permit (principal == Service::"%s", action == Action::"approve", resource)
            when { resource.scopes == ["aws:%s"] };
            """;

    private DemoProperties() {}

    static Map<String, String> of(
            URI endpoint, String account, Recording recording, Scratch scratch, Inbox inbox, boolean noInput)
            throws IOException {
        Path inventory = Files.createDirectories(scratch.content().resolve("catalog/inventory"));
        Files.writeString(inventory.resolve("demo.yml"), DemoInventory.yaml(recording, account));
        Map<String, String> properties = new HashMap<>(Map.of(
                "acso.aws.accounts", account,
                "acso.aws.endpoint", endpoint.toString(),
                "acso.aws.loopback-only", "true",
                "acso.aws.credentials", "static",
                "acso.aws.keys.access-key-id", "AKIAACSOLOOPBACKONLY",
                "acso.aws.keys.secret-access-key", "worth-nothing-anywhere",
                "acso.content.directory", scratch.content().toString(),
                "acso.agents.settle", "6s"));
        properties.put("acso.webhook.endpoints.default.url", inbox.address().toString());
        properties.put("acso.webhook.endpoints.default.secret", inbox.secret());
        if (noInput) {
            Path policies = Files.createDirectories(scratch.content().resolve("policies"));
            Files.writeString(policies.resolve("demo.cedar"), POLICY.formatted(APPROVER, account));
            properties.put("acso.agents.standing-approvers", APPROVER);
        }
        return properties;
    }
}
