/** The written form of STIX patterns: tokens, grammar, syntax tree, and the tree written out again. */
@NullMarked
package io.acso.core.intelligence.pattern;

import org.jspecify.annotations.NullMarked;
