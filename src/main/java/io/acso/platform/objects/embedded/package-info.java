/** Objects as files of a directory, named by their hash, with their retention beside them. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.objects.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
