package io.acso.edge.connector.aws;

import io.acso.domain.kernel.Json;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.node.ObjectNode;

/** The contract against the demo's stand-in account. */
class StandInActuatorTest extends AwsActuatorContract {

    private static final String ACCOUNT = "111122223333";

    private final StandInAccount server = StandInAccount.start(AccountState.empty(ACCOUNT));

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    AwsAccount account() {
        return new StandIn(server);
    }

    private record StandIn(StandInAccount server) implements AwsAccount {

        private static final String RUN = """
                {"recipientAccountId":"111122223333","awsRegion":"eu-north-1","eventName":"RunInstances",
                 "userIdentity":{"type":"AssumedRole","accountId":"111122223333","accessKeyId":"ASIAEXAMPLE",
                   "sessionContext":{"sessionIssuer":{"type":"Role","userName":"deploy"}}},
                 "responseElements":{"instancesSet":{"items":[{"instanceId":"i-0a1b2c3d4e5f60718",
                   "instanceType":"g4dn.8xlarge","vpcId":"vpc-0a1b2c3d",
                   "groupSet":{"items":[{"groupId":"sg-0a1b2c3d","groupName":"default"}]}}]}}}""";
        private static final String CALLER = """
                {"recipientAccountId":"111122223333","eventName":"ListBuckets","userIdentity":{"type":"IAMUser",
                 "accountId":"111122223333","userName":"build-deployer","accessKeyId":"AKIAEXAMPLE"}}""";

        @Override
        public URI endpoint() {
            return server.endpoint();
        }

        @Override
        public Fixture seed() {
            server.observe((ObjectNode) Json.tree(RUN));
            server.observe((ObjectNode) Json.tree(CALLER));
            return new Fixture(
                    ACCOUNT,
                    "build-deployer",
                    "AKIAEXAMPLE",
                    "deploy",
                    "eu-north-1",
                    "i-0a1b2c3d4e5f60718",
                    List.of("sg-0a1b2c3d"));
        }
    }
}
