/**
 * Notifications to other systems, signed as the Standard Webhooks specification says.
 * Invariant: a repetition carries the same webhook-id, so that the receiver can drop it; redirects are not followed.
 * Must not: send anywhere but to the endpoints that are configured.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy", "edge.connector.network"})
package io.acso.edge.connector.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
