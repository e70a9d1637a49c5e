/** Processes that are killed without warning, and what is left when they have been started again. */
package io.acso.crash;
