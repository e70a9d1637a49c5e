/** Objects sealed by the platform's data keys. */
@NullMarked
@NamedInterface("encrypted")
package io.acso.platform.objects.encrypted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
