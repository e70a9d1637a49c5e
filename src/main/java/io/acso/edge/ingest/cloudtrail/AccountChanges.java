package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Ocsf;
import java.util.Map;

/** Which IAM calls change an account, as activities of OCSF's Account Change. */
final class AccountChanges {

    private static final int CREATE = 1;
    private static final int ENABLE = 2;
    private static final int PASSWORD_CHANGE = 3;
    private static final int PASSWORD_RESET = 4;
    private static final int DISABLE = 5;
    private static final int DELETE = 6;
    private static final int ATTACH_POLICY = 7;
    private static final int DETACH_POLICY = 8;
    private static final int MFA_ENABLE = 10;
    private static final int MFA_DISABLE = 11;

    private static final Map<String, Integer> ACTIVITIES = Map.ofEntries(
            Map.entry("CreateUser", CREATE),
            Map.entry("CreateRole", CREATE),
            Map.entry("DeleteUser", DELETE),
            Map.entry("DeleteRole", DELETE),
            Map.entry("CreateLoginProfile", ENABLE),
            Map.entry("DeleteLoginProfile", DISABLE),
            Map.entry("UpdateLoginProfile", PASSWORD_RESET),
            Map.entry("ChangePassword", PASSWORD_CHANGE),
            Map.entry("AttachUserPolicy", ATTACH_POLICY),
            Map.entry("AttachRolePolicy", ATTACH_POLICY),
            Map.entry("PutUserPolicy", ATTACH_POLICY),
            Map.entry("PutRolePolicy", ATTACH_POLICY),
            Map.entry("DetachUserPolicy", DETACH_POLICY),
            Map.entry("DetachRolePolicy", DETACH_POLICY),
            Map.entry("DeleteUserPolicy", DETACH_POLICY),
            Map.entry("DeleteRolePolicy", DETACH_POLICY),
            Map.entry("EnableMFADevice", MFA_ENABLE),
            Map.entry("DeactivateMFADevice", MFA_DISABLE),
            Map.entry("CreateAccessKey", Ocsf.OTHER),
            Map.entry("UpdateAccessKey", Ocsf.OTHER),
            Map.entry("DeleteAccessKey", Ocsf.OTHER),
            Map.entry("AddUserToGroup", Ocsf.OTHER),
            Map.entry("RemoveUserFromGroup", Ocsf.OTHER),
            Map.entry("UpdateAssumeRolePolicy", Ocsf.OTHER));

    private AccountChanges() {}

    /** The activity's number; 0 for a call that changes no account. */
    static int activityOf(String eventName) {
        return ACTIVITIES.getOrDefault(eventName, 0);
    }
}
