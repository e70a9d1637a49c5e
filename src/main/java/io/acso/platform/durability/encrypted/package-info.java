/** Durability whose bodies are encrypted before any provider sees them. */
@NullMarked
@NamedInterface("encrypted")
package io.acso.platform.durability.encrypted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
