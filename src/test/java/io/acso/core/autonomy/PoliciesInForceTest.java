package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.content.ContentSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesInForceTest {

    private static final String EXTRA = """
            @id("extra") @because("one more")
            forbid (principal, action in Action::"notify", resource);
            """;

    private final AtomicReference<ContentSnapshot> content = new AtomicReference<>(BuiltInPolicies.CONTENT);
    private Scene scene;

    @BeforeEach
    void open(@TempDir Path directory) {
        scene = new Scene(directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private PoliciesInForce start() {
        return new PoliciesInForce(content::get, scene.durability, scene.clock);
    }

    @Test
    void each_set_taken_into_force_is_on_record_once_with_its_files() {
        PoliciesInForce policies = start();
        String first = policies.get().content();
        scene.clock.advance(Duration.ofSeconds(1));
        content.set(BuiltInPolicies.with("extra.cedar", EXTRA));
        String second = policies.get().content();
        assertThat(second).isNotEqualTo(first);
        assertThat(policies.get().ids()).contains("extra");
        start();
        assertThat(scene.facts()).containsExactly("PolicySetInForce", "PolicySetInForce");
        assertThat(policies.history()).extracting(PoliciesInForce.InForce::hash).containsExactly(second, first);
        assertThat(policies.files(second)).containsEntry("policies/extra.cedar", EXTRA);
        assertThat(policies.files(first))
                .doesNotContainKey("policies/extra.cedar")
                .isNotEmpty();
    }

    @Test
    void a_broken_set_leaves_the_one_before_in_force_and_says_so() {
        PoliciesInForce policies = start();
        String before = policies.get().content();
        content.set(
                BuiltInPolicies.with("extra.cedar", "forbid (principal, action == Action::\"nothing\", resource);"));
        assertThat(policies.get().content()).isEqualTo(before);
        assertThat(policies.refused().orElseThrow()).contains("policies/extra.cedar:1");
        assertThat(scene.facts()).containsExactly("PolicySetInForce", "PolicySetRefused");
        content.set(BuiltInPolicies.CONTENT);
        assertThat(policies.refused()).isEmpty();
        assertThat(scene.facts()).hasSize(2);
    }

    @Test
    void other_content_changes_no_policies() {
        PoliciesInForce policies = start();
        Policies before = policies.get();
        content.set(BuiltInPolicies.CONTENT.with(Map.of("rules/x.yml", "title: x")));
        assertThat(policies.get()).isSameAs(before);
    }

    @Test
    void without_usable_policies_nothing_starts() {
        content.set(BuiltInPolicies.with("approvers.yml", "groups: {a: [agent:x]}\nterms: [{chain: [{group: b}]}]"));
        assertThatThrownBy(this::start)
                .isInstanceOf(PoliciesInvalid.class)
                .hasMessageContaining("agent:x never approves")
                .hasMessageContaining("'b', which is no group");
    }
}
