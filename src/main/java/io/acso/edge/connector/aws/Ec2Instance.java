package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** The instance that an action's target names as {@code region/i-…}. */
record Ec2Instance(String region, String id) {

    private static final String TYPE = "aws:ec2:instance";
    private static final Pattern ID = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d)/(i-[0-9a-f]{8,17})");

    static Ec2Instance of(Action action) {
        Aws.requireType(action, TYPE);
        Matcher id = ID.matcher(action.target().id());
        if (!id.matches()) {
            throw new ActionInvalid("an instance is named as region/id, such as eu-north-1/i-0123456789abcdef0, not '"
                    + action.target().id() + "'");
        }
        return new Ec2Instance(id.group(1), id.group(2));
    }

    /** As it is now. A terminated one is as good as gone. */
    Instance describe(Ec2Client ec2) {
        return ec2.describeInstances(request -> request.instanceIds(id)).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> !state(instance).equals(InstanceStateName.TERMINATED))
                .findFirst()
                .orElseThrow(() -> new ActionInvalid("instance " + id + " in " + region + " is gone"));
    }

    static InstanceStateName state(Instance instance) {
        return instance.state().name();
    }

    @Override
    public String toString() {
        return "instance " + id + " in " + region;
    }
}
