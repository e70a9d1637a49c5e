package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Actuator;
import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsClients;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The connector's door: its actuators. */
public final class AwsActuators {

    private AwsActuators() {}

    /**
     * All actuators on AWS, to be kept as long as the process lives. Building them asks nothing of AWS; without
     * credentials each says {@code NotConfigured}, with what to set.
     *
     * @param clock tells whether an authorisation has expired
     */
    public static List<Actuator> create(AwsClients aws, ContainmentSettings settings, InstantSource clock) {
        ContainmentClients clients = new ContainmentClients(aws);
        AccountGuard guard = new AccountGuard(aws.settings(), new AwsCaller(aws));
        InlinePolicies policies = new InlinePolicies(clients);
        return Stream.of(
                        new AccessKeyStatus(clients),
                        new PolicyPair(policies, new DenyAll()),
                        new PolicyPair(policies, new RevokeSessions()),
                        new InstanceIsolation(clients, settings.quarantineGroup()),
                        new VolumeSnapshots(clients),
                        new InstancePower(clients))
                .<Actuator>map(measure -> new GuardedActuator(measure, guard, clock))
                .toList();
    }
}
