package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ledger read backwards, and verified, over real HTTP. */
class AuditApiTest extends ApiSuite {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final String request = "req-" + UUID.randomUUID();

    @Test
    void the_newest_entry_comes_first_and_pages_follow_each_other() {
        append(7, "Noted", Principal.person("ann"));
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/audit?limit=3&about=" + request;
        JsonNode page = json(platform.get(path));
        seen.addAll(subjects(page));
        while (page.hasNonNull("next") && seen.size() < 7) {
            page = json(platform.get(path + "&cursor=" + page.path("next").asString()));
            seen.addAll(subjects(page));
        }
        assertThat(seen).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void entries_are_found_by_who_kind_subject_and_time() {
        append(2, "Noted", Principal.person("ann"));
        append(2, "Dropped", Principal.person("bob"));
        assertThat(found("&who=person:bob")).containsExactly("s1", "s0");
        assertThat(found("&kind=Noted&who=person:bob")).isEmpty();
        assertThat(found("&kind=Dropped&from=2026-01-01T12:00:01Z")).containsExactly("s1");
        assertThat(found("&kind=Dropped&until=2026-01-01T12:00:01Z")).containsExactly("s0");
        assertThat(platform.get("/api/v1/audit?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void the_ledger_is_verified_as_it_is_kept() {
        append(1, "Noted", Principal.person("ann"));
        JsonNode result =
                json(platform.send(platform.to("/api/v1/ledger/verification").POST(noBody())));
        assertThat(result.path("verified").asBoolean()).isTrue();
        assertThat(result.path("size").asLong()).isPositive();
        assertThat(result.path("root").asString()).hasSize(64);
    }

    private List<String> found(String wish) {
        return subjects(json(platform.get("/api/v1/audit?limit=200&about=" + request + wish)));
    }

    private static List<String> subjects(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("subject").asString())
                .toList();
    }

    private void append(int count, String kind, Principal who) {
        for (int n = 0; n < count; n++) {
            LedgerEntry entry = LedgerEntry.of(NOON.plusSeconds(n), kind, who, "s" + n, request, Map.of());
            durability.commit(Commit.builder().add(entry.append()).build());
        }
    }
}
