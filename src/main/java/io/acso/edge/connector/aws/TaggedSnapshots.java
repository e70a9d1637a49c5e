package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** The account's own snapshots that one action took, found by its hash. */
final class TaggedSnapshots {

    static final String TAG = "acso:action";

    private TaggedSnapshots() {}

    /** What the snapshots of this action are tagged with. */
    static String mark(Action action) {
        return action.hash().hex();
    }

    static List<Snapshot> find(Ec2Client ec2, String mark) {
        Filter tagged = Filter.builder().name("tag:" + TAG).values(mark).build();
        return ec2
                .describeSnapshotsPaginator(request -> request.ownerIds("self").filters(tagged))
                .snapshots()
                .stream()
                .toList();
    }

    static String requireMark(String mark) {
        if (!mark.matches("[0-9a-f]{64}")) {
            throw new ActionInvalid("the argument 'of' is the hash of the action that took the snapshots");
        }
        return mark;
    }
}
