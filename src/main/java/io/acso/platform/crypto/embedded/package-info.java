/** Keys in files of this machine that their owner alone may read. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.crypto.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
