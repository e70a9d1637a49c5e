package io.acso.edge.demo.account;

import io.acso.domain.kernel.Json;
import io.acso.edge.demo.account.AccountState.Role;
import io.acso.edge.demo.account.AccountState.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** IAM's calls about inline policies of users and roles. */
final class IamPolicyCalls implements Service {

    /** Whose policies: how they are read and replaced. */
    private record Owner(Xml name, Map<String, String> policies, Consumer<Map<String, String>> replace) {}

    private final Holdings holdings;

    IamPolicyCalls(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (String kind : List.of("User", "Role")) {
            operations.put("Put" + kind + "Policy", call -> put(owner(kind, call), call));
            operations.put("Get" + kind + "Policy", call -> get(owner(kind, call), call));
            operations.put("Delete" + kind + "Policy", call -> delete(owner(kind, call), call));
            operations.put("List" + kind + "Policies", call -> list(owner(kind, call)));
        }
        return operations;
    }

    private Owner owner(String kind, QueryCall call) {
        String name = call.required(kind + "Name");
        Xml shown = Xml.text(kind + "Name", name);
        if (kind.equals("User")) {
            User user = IamUserCalls.user(holdings, name);
            return new Owner(
                    shown, user.policies(), policies -> holdings.put(new User(name, user.accessKeys(), policies)));
        }
        Role role = holdings.roles().get(name);
        if (role == null) {
            throw new Refusal(404, "NoSuchEntity", "The role with name " + name + " cannot be found.");
        }
        return new Owner(shown, role.policies(), policies -> holdings.put(new Role(name, policies)));
    }

    private static List<Xml> put(Owner owner, QueryCall call) {
        String document = call.required("PolicyDocument");
        try {
            Json.tree(document);
        } catch (JacksonException malformed) {
            throw new Refusal(400, "MalformedPolicyDocument", "Syntax errors in policy.");
        }
        Map<String, String> policies = new LinkedHashMap<>(owner.policies());
        policies.put(call.required("PolicyName"), document);
        owner.replace().accept(policies);
        return List.of();
    }

    private static List<Xml> get(Owner owner, QueryCall call) {
        String name = existing(owner, call);
        String document = owner.policies().getOrDefault(name, "");
        String encoded = URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
        return List.of(owner.name(), Xml.text("PolicyName", name), Xml.text("PolicyDocument", encoded));
    }

    private static List<Xml> delete(Owner owner, QueryCall call) {
        Map<String, String> policies = new LinkedHashMap<>(owner.policies());
        policies.remove(existing(owner, call));
        owner.replace().accept(policies);
        return List.of();
    }

    private static List<Xml> list(Owner owner) {
        List<Xml> members = owner.policies().keySet().stream()
                .sorted()
                .map(name -> Xml.text("member", name))
                .toList();
        return List.of(Xml.of("PolicyNames", members), Xml.text("IsTruncated", "false"));
    }

    private static String existing(Owner owner, QueryCall call) {
        String name = call.required("PolicyName");
        if (!owner.policies().containsKey(name)) {
            throw new Refusal(404, "NoSuchEntity", "The policy with name " + name + " cannot be found.");
        }
        return name;
    }
}
