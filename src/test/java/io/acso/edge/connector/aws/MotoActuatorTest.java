package io.acso.edge.connector.aws;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.testsupport.Emulators;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The contract against moto, which nobody here wrote. */
class MotoActuatorTest extends AwsActuatorContract {

    private static final String ACCOUNT = "123456789012";
    private static final String REGION = "eu-north-1";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"Service":"ec2.amazonaws.com"}}]}""";

    @Override
    AwsAccount account() {
        return new Moto();
    }

    private record Moto() implements AwsAccount {

        @Override
        public URI endpoint() {
            return Emulators.moto();
        }

        @Override
        public Fixture seed() {
            ContainmentClients clients =
                    new ContainmentClients(new AwsClients(AwsSettings.loopback(endpoint(), ACCOUNT)));
            String unique = UUID.randomUUID().toString().substring(0, 8);
            String user = "user-" + unique;
            String role = "role-" + unique;
            clients.iam().createUser(request -> request.userName(user));
            String key = clients.iam()
                    .createAccessKey(request -> request.userName(user))
                    .accessKey()
                    .accessKeyId();
            clients.iam().createRole(request -> request.roleName(role).assumeRolePolicyDocument(TRUST));
            return instance(clients.ec2(REGION), unique, user, key, role);
        }

        /** In a VPC of its own, so that each test makes its own quarantine. */
        private static Fixture instance(Ec2Client ec2, String unique, String user, String key, String role) {
            String vpc = ec2.createVpc(request -> request.cidrBlock("10.7.0.0/16"))
                    .vpc()
                    .vpcId();
            String subnet = ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.7.1.0/24"))
                    .subnet()
                    .subnetId();
            String group = ec2.createSecurityGroup(request -> request.groupName("app-" + unique)
                            .description("app")
                            .vpcId(vpc))
                    .groupId();
            Instance instance = ec2.runInstances(request -> request.imageId("ami-12c6146b")
                            .instanceType("g4dn.8xlarge")
                            .minCount(1)
                            .maxCount(1)
                            .subnetId(subnet)
                            .securityGroupIds(group))
                    .instances()
                    .getFirst();
            return new Fixture(ACCOUNT, user, key, role, REGION, instance.instanceId(), List.of(group));
        }
    }
}
