package io.acso.edge.connector.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Which account the credentials belong to, asked once per credentials. */
final class Caller {

    private record Known(String accessKeyId, String account) {}

    private final AwsClients clients;
    private volatile @Nullable Known known;

    Caller(AwsClients clients) {
        this.clients = clients;
    }

    /** @throws software.amazon.awssdk.core.exception.SdkException when it cannot be found out */
    String account() {
        String accessKeyId = clients.credentials().resolveCredentials().accessKeyId();
        Known last = known;
        if (last != null && last.accessKeyId().equals(accessKeyId)) {
            return last.account();
        }
        GetCallerIdentityResponse identity = clients.sts().getCallerIdentity();
        known = new Known(accessKeyId, identity.account());
        return identity.account();
    }
}
