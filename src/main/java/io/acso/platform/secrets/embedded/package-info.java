/** Secrets in a file of the data directory, encrypted by the platform's data keys. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.secrets.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
