/** Secrets in AWS Secrets Manager. */
@NullMarked
@NamedInterface("aws")
package io.acso.platform.secrets.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
