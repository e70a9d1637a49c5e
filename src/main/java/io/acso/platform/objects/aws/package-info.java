/** Objects in an S3 bucket with Object Lock, named by their hash, retained in compliance mode. */
@NullMarked
@NamedInterface("aws")
package io.acso.platform.objects.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
