/** The console as a person meets it: a real server with data in it, looked at in a real browser. */
package io.acso.browser;
