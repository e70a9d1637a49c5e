package io.acso.edge.ingest.cloudtrail;

import io.acso.domain.event.Ocsf;
import java.util.List;

/** What an API call does, told by CloudTrail's {@code readOnly} and else by how its name begins. */
final class Verbs {

    private static final int CREATE = 1;
    private static final int READ = 2;
    private static final int UPDATE = 3;
    private static final int DELETE = 4;

    private static final List<String> READING =
            List.of("Get", "List", "Describe", "Head", "Lookup", "Search", "Query", "Scan", "Batch", "Select", "View");
    private static final List<String> CREATING =
            List.of("Create", "Run", "Import", "Allocate", "Register", "Generate", "Copy", "Request", "Issue");
    private static final List<String> DELETING =
            List.of("Delete", "Terminate", "Remove", "Deregister", "Release", "Purge", "Cancel", "Revoke");
    private static final List<String> UPDATING = List.of(
            "Update",
            "Put",
            "Modify",
            "Set",
            "Attach",
            "Detach",
            "Add",
            "Associate",
            "Disassociate",
            "Enable",
            "Disable",
            "Start",
            "Stop",
            "Reboot",
            "Tag",
            "Untag",
            "Change",
            "Authorize",
            "Replace",
            "Reset",
            "Send");

    private Verbs() {}

    static int activityOf(CloudTrailRecord record) {
        if ("true".equals(record.text("readOnly"))) {
            return READ;
        }
        String name = record.eventName();
        if (begins(name, CREATING)) {
            return CREATE;
        }
        if (begins(name, DELETING)) {
            return DELETE;
        }
        if (begins(name, UPDATING)) {
            return UPDATE;
        }
        return begins(name, READING) ? READ : Ocsf.OTHER;
    }

    private static boolean begins(String name, List<String> verbs) {
        return verbs.stream().anyMatch(name::startsWith);
    }
}
