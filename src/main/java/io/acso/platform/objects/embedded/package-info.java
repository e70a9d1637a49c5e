/** Objects as files of a directory, named by their hash. */
@NullMarked
package io.acso.platform.objects.embedded;

import org.jspecify.annotations.NullMarked;
