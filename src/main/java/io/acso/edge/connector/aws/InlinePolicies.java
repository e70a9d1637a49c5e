package io.acso.edge.connector.aws;

import io.acso.domain.kernel.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import tools.jackson.databind.JsonNode;

/** Inline policies of users and roles, by one set of words. */
final class InlinePolicies {

    private final ContainmentClients clients;

    InlinePolicies(ContainmentClients clients) {
        this.clients = clients;
    }

    /**
     * The policy of that name; empty when the principal has none.
     *
     * @throws NoSuchEntityException when there is no such principal
     */
    Optional<JsonNode> find(IamPrincipal principal, String policy) {
        boolean listed = switch (principal.kind()) {
            case USER ->
                clients
                        .iam()
                        .listUserPoliciesPaginator(request -> request.userName(principal.name()))
                        .policyNames()
                        .stream()
                        .anyMatch(policy::equals);
            case ROLE ->
                clients
                        .iam()
                        .listRolePoliciesPaginator(request -> request.roleName(principal.name()))
                        .policyNames()
                        .stream()
                        .anyMatch(policy::equals);
        };
        return listed ? Optional.of(Json.tree(document(principal, policy))) : Optional.empty();
    }

    Call<?, ?> put(IamPrincipal principal, String policy, String document) {
        return switch (principal.kind()) {
            case USER ->
                new Call<>(
                        "iam",
                        PutUserPolicyRequest.builder()
                                .userName(principal.name())
                                .policyName(policy)
                                .policyDocument(document)
                                .build(),
                        clients.iam()::putUserPolicy);
            case ROLE ->
                new Call<>(
                        "iam",
                        PutRolePolicyRequest.builder()
                                .roleName(principal.name())
                                .policyName(policy)
                                .policyDocument(document)
                                .build(),
                        clients.iam()::putRolePolicy);
        };
    }

    Call<?, ?> delete(IamPrincipal principal, String policy) {
        return switch (principal.kind()) {
            case USER ->
                new Call<>(
                        "iam",
                        DeleteUserPolicyRequest.builder()
                                .userName(principal.name())
                                .policyName(policy)
                                .build(),
                        clients.iam()::deleteUserPolicy);
            case ROLE ->
                new Call<>(
                        "iam",
                        DeleteRolePolicyRequest.builder()
                                .roleName(principal.name())
                                .policyName(policy)
                                .build(),
                        clients.iam()::deleteRolePolicy);
        };
    }

    /** IAM answers with the document URL-encoded. */
    private String document(IamPrincipal principal, String policy) {
        String encoded = switch (principal.kind()) {
            case USER ->
                clients.iam()
                        .getUserPolicy(
                                request -> request.userName(principal.name()).policyName(policy))
                        .policyDocument();
            case ROLE ->
                clients.iam()
                        .getRolePolicy(
                                request -> request.roleName(principal.name()).policyName(policy))
                        .policyDocument();
        };
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
