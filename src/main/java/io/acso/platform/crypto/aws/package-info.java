/** The master key in KMS. */
@NullMarked
@NamedInterface("aws")
package io.acso.platform.crypto.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
