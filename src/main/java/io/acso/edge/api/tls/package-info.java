/**
 * The server's encryption on the way: which addresses may go without, and with which certificate the others go.
 * Invariant: nothing but loopback answers in the clear, and what is encrypted is TLS 1.3.
 * Must not: keep a private key where another user of the machine can read it.
 */
@NullMarked
@ApplicationModule
package io.acso.edge.api.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
