/** Data directories as former versions left them, kept for good: whatever comes later reads them and goes on. */
package io.acso.golden;
