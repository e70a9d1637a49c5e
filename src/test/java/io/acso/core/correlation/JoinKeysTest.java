package io.acso.core.correlation;

import static io.acso.testsupport.Findings.address;
import static io.acso.testsupport.Findings.keyEntity;
import static io.acso.testsupport.Findings.sessionEntity;
import static io.acso.testsupport.Findings.userEntity;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.finding.Finding;
import io.acso.testsupport.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which findings belong to one actor. */
class JoinKeysTest {

    private final List<EntityLink> links = new ArrayList<>();

    @Test
    void strangers_behind_one_address_share_no_key() {
        Finding one = Findings.of("a")
                .user("dana", "AKIA1")
                .by(address("198.51.100.10"))
                .build();
        Finding other = Findings.of("a")
                .user("erik", "AKIA2")
                .by(address("198.51.100.10"))
                .build();
        assertThat(shared(one, other)).isEmpty();
    }

    @Test
    void a_chain_of_assumed_roles_leads_back_to_the_key_it_began_with() {
        assumed(userEntity("thief"), "AKIA1", "first", "s1", "ASIA1");
        assumed(sessionEntity("first", "s1"), "ASIA1", "second", "s2", "ASIA2");
        Finding began = Findings.of("a").user("thief", "AKIA1").build();
        Finding ended = Findings.of("b").session("second", "s2", "ASIA2").build();
        assertThat(shared(began, ended))
                .contains(keyEntity("AKIA1").key(), userEntity("thief").key());
        assertThat(keys(ended)).allMatch(JoinKey::own);
        assertThat(keys(ended))
                .extracting(JoinKey::why)
                .anyMatch(why -> why.contains("leads back to access key AKIA1"));
    }

    @Test
    void a_role_that_two_people_hold_does_not_join_them_whether_it_is_known_who_assumed_it_or_not() {
        Finding one = Findings.of("a").session("shared", "dana", "ASIA1").build();
        Finding other = Findings.of("a").session("shared", "erik", "ASIA2").build();
        assertThat(shared(one, other)).isEmpty();
        assumed(userEntity("dana"), "AKIA1", "shared", "dana", "ASIA1");
        assumed(userEntity("erik"), "AKIA2", "shared", "erik", "ASIA2");
        assertThat(shared(one, other)).isEmpty();
    }

    @Test
    void a_name_that_two_people_chose_for_their_sessions_does_not_join_them() {
        assumed(userEntity("dana"), "AKIA1", "shared", "deploy", "ASIA1");
        assumed(userEntity("erik"), "AKIA2", "shared", "deploy", "ASIA2");
        Finding one = Findings.of("a").session("shared", "deploy", "ASIA1").build();
        Finding other = Findings.of("a").session("shared", "deploy", "ASIA2").build();
        assertThat(shared(one, other)).isEmpty();
    }

    @Test
    void a_key_made_for_another_user_leads_back_to_who_made_it() {
        links.add(new EntityLink(userEntity("thief"), keyEntity("AKIA9"), "created-key"));
        links.add(new EntityLink(userEntity("backup"), keyEntity("AKIA9"), "owns-key"));
        Finding made = Findings.of("a").user("thief", "AKIA1").build();
        Finding used = Findings.of("b").user("backup", "AKIA9").build();
        assertThat(shared(made, used)).containsExactly(userEntity("thief").key());
    }

    @Test
    void two_users_that_one_automation_created_are_strangers() {
        links.add(new EntityLink(userEntity("terraform"), userEntity("dana"), "created-principal"));
        links.add(new EntityLink(userEntity("terraform"), userEntity("erik"), "created-principal"));
        List<JoinKey> dana = keys(Findings.of("a").user("dana", "AKIA1").build());
        Set<String> own = dana.stream().filter(JoinKey::own).map(JoinKey::key).collect(Collectors.toSet());
        Set<String> erik = keySet(Findings.of("a").user("erik", "AKIA2").build());
        assertThat(dana)
                .extracting(JoinKey::key)
                .contains(userEntity("terraform").key());
        assertThat(own).doesNotContainAnyElementsOf(erik);
    }

    @Test
    void a_cycle_in_the_lineage_ends() {
        links.add(new EntityLink(keyEntity("AKIA1"), keyEntity("AKIA2"), "assumed-role"));
        links.add(new EntityLink(keyEntity("AKIA2"), keyEntity("AKIA1"), "assumed-role"));
        assertThat(keySet(Findings.of("a").by(keyEntity("AKIA1")).build()))
                .containsExactlyInAnyOrder(
                        keyEntity("AKIA1").key(), keyEntity("AKIA2").key());
    }

    @Test
    void a_lineage_without_end_is_cut() {
        for (int i = 0; i < 100; i++) {
            links.add(new EntityLink(keyEntity("AKIA" + (i + 1)), keyEntity("AKIA" + i), "assumed-role"));
        }
        assertThat(keys(Findings.of("a").by(keyEntity("AKIA0")).build())).hasSize(9);
    }

    @Test
    void without_an_actor_only_address_and_host_are_left_to_join_by() {
        Entity host = Entity.target(Entity.Type.HOST, "lan", "web-1");
        Entity bucket = Entity.target(Entity.Type.RESOURCE, Findings.SCOPE, "arn:aws:s3:::b");
        Finding nobody =
                Findings.of("a").by(address("203.0.113.7"), host, bucket).build();
        assertThat(keySet(nobody))
                .containsExactlyInAnyOrder(address("203.0.113.7").key(), host.key());
        assertThat(keys(Findings.of("a").by(bucket).build())).isEmpty();
    }

    private void assumed(Entity by, String byKey, String role, String name, String key) {
        for (Entity from : List.of(by, keyEntity(byKey))) {
            links.add(new EntityLink(from, sessionEntity(role, name), "assumed-role"));
            links.add(new EntityLink(from, keyEntity(key), "assumed-role"));
        }
    }

    private List<JoinKey> keys(Finding finding) {
        return JoinKeys.of(
                finding,
                key -> links.stream()
                        .filter(link -> link.to().key().equals(key))
                        .toList());
    }

    private Set<String> keySet(Finding finding) {
        return keys(finding).stream().map(JoinKey::key).collect(Collectors.toSet());
    }

    private Set<String> shared(Finding one, Finding other) {
        Set<String> both = new HashSet<>(keySet(one));
        both.retainAll(keySet(other));
        return both;
    }
}
