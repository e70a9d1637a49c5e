/**
 * Financial Intelligence: what an incident costs, from a price table with a source and a date.
 * Invariant: sums are exact, a line is rounded to a millionth; what has no price is named, never guessed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.task",
            "platform.durability",
            "platform.content",
            "agent.runtime",
            "agent.casebook"
        })
package io.acso.agent.financialintelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
