package io.acso.edge.connector.aws;

import java.net.URI;
import java.util.List;

/** An account to act on, whoever plays it, with what the contract needs in it. */
interface AwsAccount {

    /** A user with one active key, a role, and a running instance in a group of its own. */
    record Fixture(
            String account,
            String user,
            String accessKey,
            String role,
            String region,
            String instance,
            List<String> groups) {

        String scope() {
            return "aws:" + account;
        }

        String userArn() {
            return "arn:aws:iam::" + account + ":user/" + user;
        }

        String roleArn() {
            return "arn:aws:iam::" + account + ":role/" + role;
        }
    }

    URI endpoint();

    Fixture seed();
}
