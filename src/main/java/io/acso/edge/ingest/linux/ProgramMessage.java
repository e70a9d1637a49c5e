package io.acso.edge.ingest.linux;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Well-known messages of sshd, sudo, su, cron and the account tools, as fields: {@code user},
 * {@code src_ip}, {@code src_port}, {@code method}, {@code outcome} (success or failure), {@code command},
 * {@code target_user}, and {@code action} for what happened.
 */
final class ProgramMessage {

    /** A message that matches, of which the named groups become fields beside the fixed ones. */
    private record Known(String program, Pattern pattern, Map<String, String> fixed) {}

    private static final List<Known> KNOWN = new ArrayList<>();

    static {
        String from = " from (?<srcIp>\\S{1,64}+) port (?<srcPort>\\d{1,5})";
        add("sshd", "Accepted (?<method>\\S+) for (?<user>\\S+)" + from + ".*+", "logon", "success");
        add("sshd", "Failed (?<method>\\S+) for (?:invalid user )?(?<user>\\S*)" + from + ".*+", "logon", "failure");
        add(
                "sshd",
                "Invalid user (?<user>\\S*) from (?<srcIp>\\S{1,64}+)(?: port (?<srcPort>\\d{1,5}))?",
                "logon",
                "failure");
        add(
                "sshd",
                "(?:Connection closed by|Disconnected from) authenticating user (?<user>\\S+) (?<srcIp>\\S+) port (?<srcPort>\\d{1,5}).*+",
                "logon",
                "failure");
        add(
                "sshd",
                "Disconnected from user (?<user>\\S+) (?<srcIp>\\S+) port (?<srcPort>\\d{1,5})",
                "logoff",
                "success");
        add(
                "sudo",
                " *(?<user>\\S+) : user NOT in sudoers ; .*?USER=(?<targetUser>\\S+) ; COMMAND=(?<command>.*+)",
                "switch",
                "failure");
        add(
                "sudo",
                " *(?<user>\\S+) : (?:command not allowed|\\d+ incorrect password attempts?) ; .*?USER=(?<targetUser>\\S+) ; COMMAND=(?<command>.*+)",
                "switch",
                "failure");
        add(
                "sudo",
                " *(?<user>\\S+) : (?:TTY=\\S+ ; )?PWD=.*?USER=(?<targetUser>\\S+) ;.*?COMMAND=(?<command>.*+)",
                "switch",
                "success");
        add(
                "su",
                "(?:Successful su for |\\(to )(?<targetUser>[^\\s)]+)(?: by |\\) )(?<user>\\S+).*+",
                "switch",
                "success");
        add(
                "su",
                "FAILED (?:su for |SU \\(to )(?<targetUser>[^\\s)]+)(?: by |\\) )(?<user>\\S+).*+",
                "switch",
                "failure");
        add("", "pam_unix\\([^)]*\\): session opened for user (?<user>[^\\s(]+).*+", "session-opened", "success");
        add("", "pam_unix\\([^)]*\\): session closed for user (?<user>[^\\s(]+).*+", "session-closed", "success");
        add(
                "",
                "pam_unix\\([^)]*\\): authentication failure;.*? rhost=(?<srcIp>\\S*)(?:\\s+user=(?<user>\\S+))?.*+",
                "logon",
                "failure");
        add("useradd", "new user: name=(?<targetUser>[^,\\s]+).*+", "user-created", "success");
        add("userdel", "delete user '(?<targetUser>[^']+)'.*+", "user-deleted", "success");
        add(
                "usermod",
                "(?:add '(?<targetUser>[^']+)' to|change user '(?<changed>[^']+)').*+",
                "user-changed",
                "success");
        add("passwd", "pam_unix\\([^)]*\\): password changed for (?<targetUser>\\S+)", "password-changed", "success");
        add("chpasswd", "pam_unix\\([^)]*\\): password changed for (?<targetUser>\\S+)", "password-changed", "success");
        add("cron", "\\((?<user>[^)]+)\\) CMD \\((?<command>.*+)", "command", "success");
        add("crontab", "\\((?<user>[^)]+)\\) (?<command>[A-Z ]+) .*+", "crontab", "success");
    }

    private ProgramMessage() {}

    /** The fields of the message; empty when it is none of those known. */
    static Map<String, String> fields(String program, String message) {
        String name = baseName(program);
        for (Known known : KNOWN) {
            if (known.program().isEmpty() || known.program().equals(name)) {
                Matcher matcher = known.pattern().matcher(message);
                if (matcher.matches()) {
                    return read(known, matcher);
                }
            }
        }
        return Map.of();
    }

    /** {@code /usr/sbin/CRON} is cron, and sshd's own {@code sshd-session} is sshd. */
    static String baseName(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "crond" -> "cron";
            case "sshd-session", "sshd-auth" -> "sshd";
            default -> name;
        };
    }

    private static Map<String, String> read(Known known, Matcher matcher) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String group : known.pattern().namedGroups().keySet()) {
            String value = matcher.group(group);
            if (value != null && !value.isEmpty()) {
                fields.put(field(group), group.equals("command") ? unclosed(known, value) : value);
            }
        }
        fields.putAll(known.fixed());
        return fields;
    }

    private static String field(String group) {
        return switch (group) {
            case "srcIp" -> "src_ip";
            case "srcPort" -> "src_port";
            case "targetUser", "changed" -> "target_user";
            default -> group;
        };
    }

    /** Cron puts its command in parentheses, which the command may contain too. */
    private static String unclosed(Known known, String command) {
        return known.program().equals("cron") && command.endsWith(")")
                ? command.substring(0, command.length() - 1)
                : command.strip();
    }

    private static void add(String program, String pattern, String action, String outcome) {
        KNOWN.add(new Known(
                program, Pattern.compile(pattern, Pattern.DOTALL), Map.of("action", action, "outcome", outcome)));
    }
}
