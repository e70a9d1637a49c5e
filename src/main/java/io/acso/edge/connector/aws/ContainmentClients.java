package io.acso.edge.connector.aws;

import io.acso.platform.aws.AwsClients;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** The clients that containment needs, kept per region. */
final class ContainmentClients {

    private final AwsClients clients;
    private final IamClient iam;
    private final Map<String, Ec2Client> ec2 = new ConcurrentHashMap<>();
    private final Map<String, Ec2Client> ec2Once = new ConcurrentHashMap<>();

    ContainmentClients(AwsClients clients) {
        this.clients = clients;
        this.iam = clients.build(IamClient.SERVICE_NAME, IamClient.builder());
    }

    IamClient iam() {
        return iam;
    }

    Ec2Client ec2(String region) {
        return ec2.computeIfAbsent(region, name -> clients.in(name).build(Ec2Client.SERVICE_NAME, Ec2Client.builder()));
    }

    /** Tries once: for calls that would take effect twice if an answer was lost and the SDK sent them again. */
    Ec2Client ec2Once(String region) {
        return ec2Once.computeIfAbsent(
                region, name -> clients.in(name).once().build(Ec2Client.SERVICE_NAME, Ec2Client.builder()));
    }
}
