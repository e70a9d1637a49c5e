package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.Correlator.Observed;
import io.acso.domain.event.LogSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Each correlation that comes with ACSO fires on its story and not on one that merely looks alike. */
class ContentCorrelationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/content/rules/correlation");
    private static final LogSource CLOUDTRAIL = LogSource.of(null, "aws", "cloudtrail");
    private static final LogSource SSHD = LogSource.of(null, "linux", "sshd");
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    private final List<CorrelationMatch> found = new ArrayList<>();
    private int serial;

    @Test
    void a_console_password_is_guessed() throws IOException {
        String file = "correlation_aws_console_guessed_password.yml";
        assertThat(story(file, player -> {
                    failures(player, 5, "alice");
                    player.at(400, signIn("alice", "Success"));
                }))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.rule().about().title()).isEqualTo("AWS Console Password Guessed");
                    assertThat(match.eventIds()).hasSize(6);
                });
        assertThat(story(file, player -> {
                    failures(player, 4, "alice");
                    player.at(400, signIn("alice", "Success"));
                }))
                .isEmpty();
        assertThat(story(file, player -> {
                    failures(player, 5, "alice");
                    player.at(400, signIn("bob", "Success"));
                }))
                .isEmpty();
    }

    @Test
    void rights_are_tried_out() throws IOException {
        String file = "correlation_aws_rights_tried_out.yml";
        assertThat(story(file, player -> denied(player, 12, 12))).hasSize(1);
        assertThat(story(file, player -> denied(player, 11, 11))).isEmpty();
        assertThat(story(file, player -> denied(player, 60, 3)))
                .as("a tool that repeats what it may not do")
                .isEmpty();
    }

    @Test
    void an_ssh_password_is_guessed() throws IOException {
        String file = "correlation_lnx_ssh_password_guessed.yml";
        assertThat(story(file, player -> {
                    ssh(player, 8, "203.0.113.77");
                    player.at(500, sshd("Accepted password for backup", "203.0.113.77"));
                }))
                .hasSize(1);
        assertThat(story(file, player -> {
                    ssh(player, 8, "203.0.113.77");
                    player.at(500, sshd("Accepted publickey for backup", "203.0.113.77"));
                    player.at(501, sshd("Accepted password for backup", "198.51.100.9"));
                }))
                .isEmpty();
    }

    @Test
    void they_say_all_that_an_analyst_needs_and_only_the_outermost_speak() throws IOException {
        RuleSet all = RuleSet.compile(RuleDirectory.load(FOLDER.getParent()));
        assertThat(all.failures()).isEmpty();
        Correlations correlations = all.correlations();
        assertThat(correlations.rules().stream().filter(rule -> correlations.standsAlone(rule.id())))
                .hasSize(3)
                .allSatisfy(rule -> {
                    assertThat(rule.about().author()).isEqualTo("ACSO");
                    assertThat(rule.about().description()).isNotBlank();
                    assertThat(rule.about().falsePositives()).isNotEmpty();
                    assertThat(rule.about().references()).isNotEmpty();
                    assertThat(rule.techniques()).isNotEmpty();
                    assertThat(rule.tactics()).isNotEmpty();
                });
        assertThat(all.rules())
                .filteredOn(rule -> !rule.path().contains("correlation"))
                .as("no shipped rule falls silent")
                .allMatch(rule -> correlations.standsAlone(rule.id()));
    }

    private interface Story {
        void play(Player player);
    }

    private interface Player {
        void at(int second, String event);
    }

    private List<CorrelationMatch> story(String file, Story story) throws IOException {
        SortedMap<String, String> files = RuleDirectory.load(FOLDER.resolve(file));
        RuleSet rules = RuleSet.compile(files);
        assertThat(rules.failures()).isEmpty();
        Correlator correlator = new Correlator(rules.correlations(), CorrelationSettings.WHOLE);
        found.clear();
        story.play((second, event) -> {
            EventView view = EventView.of(event.contains("sshd") ? SSHD : CLOUDTRAIL, event);
            Instant time = NINE.plusSeconds(second);
            found.addAll(correlator.take(new Observed("e" + serial++, "s", time, time), view, rules.match(view)));
        });
        found.addAll(correlator.finish());
        return List.copyOf(found);
    }

    private static void failures(Player player, int count, String user) {
        for (int i = 0; i < count; i++) {
            player.at(i * 30, signIn(user, "Failure"));
        }
    }

    private static void denied(Player player, int count, int different) {
        for (int i = 0; i < count; i++) {
            player.at(i * 5, """
                    {"eventSource":"ec2.amazonaws.com","eventName":"Describe%d","errorCode":"Client.UnauthorizedOperation",
                     "userIdentity":{"arn":"arn:aws:iam::111122223333:user/ci"}}""".formatted(i % different));
        }
    }

    private static void ssh(Player player, int count, String address) {
        for (int i = 0; i < count; i++) {
            player.at(i * 10, sshd("Failed password for invalid user test" + i, address));
        }
    }

    private static String signIn(String user, String outcome) {
        return """
                {"eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","recipientAccountId":"111122223333",
                 "userIdentity":{"userName":"%s"},"responseElements":{"ConsoleLogin":"%s"}}""".formatted(user, outcome);
    }

    private static String sshd(String message, String address) {
        return "{\"hostname\":\"web\",\"program\":\"sshd\",\"message\":\"%s from %2$s port 1 ssh2\",\"src_ip\":\"%2$s\"}"
                .formatted(message, address);
    }
}
