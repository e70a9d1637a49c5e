/** Objects as files of a directory, named by their hash. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.objects.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
