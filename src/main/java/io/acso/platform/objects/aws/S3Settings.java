package io.acso.platform.objects.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where objects are kept in S3.
 *
 * @param bucket made with Object Lock, in the region of {@code acso.aws.region}; none by default
 * @param prefix before the key of each object, as {@code acso/} for a bucket shared with others
 */
@ConfigurationProperties("acso.objects.aws")
public record S3Settings(
        @Nullable String bucket, @DefaultValue("objects/") String prefix) {}
