/** Processing pipelines in pySigma's form: what they are asked, of which rules, and how it is done to a draft. */
@NullMarked
package io.acso.core.detection.pipeline;

import org.jspecify.annotations.NullMarked;
