package io.acso.domain.inventory;

/**
 * Something the organisation runs or relies on.
 *
 * @param id the identifier sources use for it: an ARN, an instance id, a host name
 * @param scope the account or network it lives in
 * @param type what it is, such as {@code aws:ec2:instance} or {@code aws:iam:user}
 * @param owner who answers for it
 * @param exposed whether it can be reached from the internet
 */
public record Asset(String id, String scope, String type, String owner, Criticality criticality, boolean exposed) {

    /** How much the organisation depends on it. */
    public enum Criticality {
        LOW,
        MEDIUM,
        HIGH,
        CROWN_JEWEL
    }
}
