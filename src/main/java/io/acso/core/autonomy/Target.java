package io.acso.core.autonomy;

/**
 * What an action is done to.
 *
 * @param type as the inventory names it: {@code aws:ec2:instance}, {@code aws:iam:user}, {@code aws:iam:access-key}
 * @param scope the account or network: {@code aws:123456789012}
 * @param id within the scope: {@code eu-north-1/i-0abc…} for an instance, an ARN for a principal, a key id
 */
public record Target(String type, String scope, String id) {}
