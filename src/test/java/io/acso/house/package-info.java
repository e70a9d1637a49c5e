/** The rules of the house, as tests: direction, effects, bans, packages, size. A message names its cure. */
package io.acso.house;
