/** Lists of indicators as others publish them, read as a stream: plain, CSV, STIX bundles and MISP events. */
@NullMarked
package io.acso.core.intelligence.feed;

import org.jspecify.annotations.NullMarked;
