/** What tests of every package share: real data, emulators. */
@NullMarked
package io.acso.testsupport;

import org.jspecify.annotations.NullMarked;
