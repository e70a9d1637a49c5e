package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;

/** Stops an instance, or starts it again. */
final class InstancePower implements Measure {

    static final String STOP = "aws.ec2.stop-instance";
    static final String START = "aws.ec2.start-instance";

    private static final Set<InstanceStateName> OFF = Set.of(InstanceStateName.STOPPING, InstanceStateName.STOPPED);
    private static final Set<InstanceStateName> ON = Set.of(InstanceStateName.PENDING, InstanceStateName.RUNNING);

    private final ContainmentClients clients;

    InstancePower(ContainmentClients clients) {
        this.clients = clients;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(STOP, START);
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        InstanceStateName now = state(instance);
        boolean already = wanted(action).contains(now);
        String summary = stops(action)
                ? "%s is stopped (it is %s); its volumes stay, what is in its memory is lost.".formatted(instance, now)
                : "%s is started (it is %s).".formatted(instance, now);
        Action inverse = new Action(stops(action) ? START : STOP, action.target(), Map.of());
        return new DryRun(action, List.of(call(action, instance).text()), 1, already ? null : inverse, summary);
    }

    @Override
    public Map<String, String> carryOut(Authorized authorized, Attempt attempt) {
        Action action = authorized.action();
        Ec2Instance instance = Ec2Instance.of(action);
        attempt.send(call(action, instance));
        return Map.of("instanceId", instance.id(), "region", instance.region());
    }

    @Override
    public Check check(Action action) {
        Ec2Instance instance = Ec2Instance.of(action);
        InstanceStateName now = state(instance);
        return new Check(
                wanted(action).contains(now) ? Check.Verdict.IN_PLACE : Check.Verdict.NOT_IN_PLACE,
                instance + " is " + now);
    }

    private InstanceStateName state(Ec2Instance instance) {
        return Ec2Instance.state(instance.describe(clients.ec2(instance.region())));
    }

    private Call<?, ?> call(Action action, Ec2Instance instance) {
        Ec2Client ec2 = clients.ec2(instance.region());
        if (stops(action)) {
            StopInstancesRequest stop =
                    StopInstancesRequest.builder().instanceIds(instance.id()).build();
            return new Call<>("ec2", stop, ec2::stopInstances);
        }
        StartInstancesRequest start =
                StartInstancesRequest.builder().instanceIds(instance.id()).build();
        return new Call<>("ec2", start, ec2::startInstances);
    }

    private static boolean stops(Action action) {
        return action.kind().equals(STOP);
    }

    private static Set<InstanceStateName> wanted(Action action) {
        return stops(action) ? OFF : ON;
    }
}
