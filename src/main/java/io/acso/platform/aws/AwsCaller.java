package io.acso.platform.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Which account the credentials belong to, asked once per credentials, and whether it may be touched. */
public final class AwsCaller {

    private record Known(String accessKeyId, String account) {}

    private final AwsClients clients;
    private final StsClient sts;
    private volatile @Nullable Known known;

    public AwsCaller(AwsClients clients) {
        this.clients = clients;
        this.sts = clients.build(StsClient.SERVICE_NAME, StsClient.builder());
    }

    /**
     * The account by {@code sts:GetCallerIdentity}.
     *
     * @throws SdkException when it cannot be found out
     */
    public String account() {
        String accessKeyId = clients.credentials().resolveCredentials().accessKeyId();
        Known last = known;
        if (last != null && last.accessKeyId().equals(accessKeyId)) {
            return last.account();
        }
        String account = sts.getCallerIdentity().account();
        known = new Known(accessKeyId, account);
        return account;
    }

    /**
     * The account, which is listed in {@code acso.aws.accounts}. Adapters of the platform ask this before anything else.
     *
     * @throws AwsNotConfigured when there are no credentials, or their account is not listed
     * @throws SdkException when it cannot be found out
     */
    public String listedAccount() {
        AwsSettings settings = clients.settings();
        if (settings.credentials() == AwsSettings.Credentials.NONE) {
            throw new AwsNotConfigured("AWS is chosen but there are no credentials: set acso.aws.credentials to default"
                    + " or static, and list the account in acso.aws.accounts");
        }
        if (settings.accounts().isEmpty()) {
            throw new AwsNotConfigured("no account is listed: name the account to keep state in in acso.aws.accounts");
        }
        String account = account();
        if (!settings.accounts().contains(account)) {
            throw new AwsNotConfigured("the credentials belong to account " + account
                    + ", which is not listed: add it to acso.aws.accounts, or use credentials of a listed one");
        }
        return account;
    }
}
