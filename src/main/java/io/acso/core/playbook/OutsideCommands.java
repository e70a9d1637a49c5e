package io.acso.core.playbook;

import io.acso.core.playbook.CommandData.GatedAction;
import io.acso.core.playbook.Template.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CACAO's commands that act on the outside, as gated actions: one for each target of the step. */
final class OutsideCommands {

    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|PUT|DELETE|POST|PATCH|OPTIONS)\\s+(\\S+)(?:\\s+HTTP/?[0-9.]+)?\\s*");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final Set<String> BY_SSH = Set.of("ssh", "linux");

    private final Step.Basics basics;
    private final String agent;
    private final Map<Integer, List<Party>> targets;
    private final Parties parties;
    private final String pointer;
    private final List<Problem> refusals;

    /** @param pointer of the step */
    OutsideCommands(
            Step.Basics basics,
            String agent,
            List<String> targets,
            Parties parties,
            String pointer,
            List<Problem> refusals) {
        this.basics = basics;
        this.agent = agent;
        this.targets = parties.targets(targets);
        this.parties = parties;
        this.pointer = pointer;
        this.refusals = refusals;
    }

    List<CommandData> http(Cursor place, String type) {
        Matcher request = REQUEST.matcher(place.at("command").text());
        if (!request.matches() || request.group(2).contains("://")) {
            refuse(place.pointer() + "/command", "write a method and a path, such as GET /status HTTP/1.1");
            return List.of(refused());
        }
        Map<String, Template> arguments = new TreeMap<>();
        arguments.put("method", Template.of(request.group(1)));
        headers(place.at("headers"), arguments);
        if (type.equals("openc2-http")) {
            arguments.putIfAbsent("header.Content-Type", Template.of("application/openc2+json;version=1.0"));
        }
        if (place.at("content").present()) {
            arguments.put("content", new Template(place.at("content").text(), Form.BODY));
        } else if (place.at("content_b64").present()) {
            arguments.put("content_b64", Template.of(place.at("content_b64").text()));
        }
        boolean repeatable = REPEATABLE.contains(request.group(1)) && type.equals("http-api");
        common(arguments, repeatable ? "natural" : "none");
        String kind = type.equals("http-api") ? "http.request" : "http.openc2";
        return each(place, (target, at) -> http(kind, target, at, request.group(2), arguments));
    }

    private Optional<CommandData> http(
            String kind, Party target, String at, String path, Map<String, Template> arguments) {
        Optional<Endpoint> endpoint = Endpoint.of(target);
        if (endpoint.isEmpty()) {
            refuse(
                    at,
                    "'" + target.name() + "' has no address that a request can be sent to: give it a url or a dname");
            return Optional.empty();
        }
        Map<String, Template> all = new TreeMap<>(arguments);
        all.put("path", new Template(endpoint.get().path(path), Form.URL));
        authenticate(target, all);
        return Optional.of(new GatedAction(
                agent,
                kind,
                "http:api",
                new Template(endpoint.get().authority(), Form.HOST),
                new Template(endpoint.get().base(), Form.HOST),
                all));
    }

    private void headers(Cursor place, Map<String, Template> arguments) {
        place.fields().forEach((name, values) -> {
            String value = String.join(", ", values.texts());
            if (!HEADER.matcher(name).matches()) {
                values.problem("is no name of a header: write letters, digits and hyphens");
            } else if (name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("cookie")) {
                refuse(
                        values.pointer(),
                        "holds a secret: put it into the secret store, and name it in the target's"
                                + " authentication_info");
            } else {
                arguments.put("header." + name, new Template(value, Form.HEADER));
            }
        });
    }

    List<CommandData> shell(Cursor place, String type, String command) {
        Map<String, Template> arguments = new TreeMap<>();
        arguments.put("command", new Template(command, Form.SHELL));
        common(arguments, "none");
        String kind = type.equals("ssh") ? "ssh.command" : "shell." + type;
        if (targets.isEmpty() && !type.equals("ssh")) {
            return List.of(
                    new GatedAction(agent, kind, "host", Template.of("local"), Template.of("localhost"), arguments));
        }
        return each(place, (target, at) -> shell(kind, target, at, arguments));
    }

    private Optional<CommandData> shell(String kind, Party target, String at, Map<String, Template> arguments) {
        Optional<String> host = target.host();
        if (!BY_SSH.contains(target.type()) || host.isEmpty()) {
            refuse(
                    at,
                    "'" + target.name() + "' is of type " + target.type() + ": commands are carried out on this host"
                            + " or by ssh; make it an ssh target with an address");
            return Optional.empty();
        }
        Map<String, Template> all = new TreeMap<>(arguments);
        authenticate(target, all);
        String port = target.port().isEmpty() ? "22" : target.port();
        return Optional.of(new GatedAction(
                agent, kind, "ssh:host", Template.of("ssh"), new Template(host.get() + ":" + port, Form.HOST), all));
    }

    private void common(Map<String, Template> arguments, String repeatSafety) {
        String stated = basics.policy().repeatSafety();
        arguments.put("repeat_safety", Template.of(stated == null ? repeatSafety : stated));
        if (basics.timeout() != null) {
            arguments.put(
                    "timeout_ms", Template.of(Long.toString(basics.timeout().toMillis())));
        }
    }

    private void authenticate(Party target, Map<String, Template> arguments) {
        Authentication authentication = authentication(target);
        if (authentication == null) {
            return;
        }
        if (!authentication.trouble().isEmpty() || authentication.secret() == null) {
            refuse(authentication.pointer(), authentication.trouble());
            return;
        }
        arguments.put("authentication", Template.of(authentication.secret()));
        arguments.put("authentication_type", Template.of(authentication.type()));
        if (!authentication.username().isEmpty()) {
            arguments.put("username", new Template(authentication.username(), Form.HEADER));
        }
    }

    private @Nullable Authentication authentication(Party target) {
        return target.authentication() == null
                ? null
                : parties.authentications().get(target.authentication());
    }

    private List<CommandData> each(Cursor place, BiFunction<Party, String, Optional<CommandData>> make) {
        if (targets.isEmpty()) {
            refuse(place.pointer(), "has no target to be carried out on: add targets to the step");
        }
        List<CommandData> made = new ArrayList<>();
        targets.forEach((index, members) -> members.forEach(
                target -> make.apply(target, pointer + "/targets/" + index).ifPresent(made::add)));
        return made.isEmpty() ? List.of(refused()) : made;
    }

    /** Keeps its place among the commands; its playbook does not run. */
    private static CommandData refused() {
        return new CommandData.Other("", "cannot be carried out here");
    }

    private void refuse(String at, String why) {
        Problem refusal = new Problem(at, why);
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }
}
