package io.acso.edge.connector.aws;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How containment on AWS leaves its marks.
 *
 * @param quarantineGroup name of the security group that isolated instances are moved into, one per VPC
 */
@ConfigurationProperties("acso.aws")
public record ContainmentSettings(
        @DefaultValue("acso-quarantine") String quarantineGroup) {

    public static ContainmentSettings standard() {
        return new ContainmentSettings("acso-quarantine");
    }
}
