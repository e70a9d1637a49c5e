/**
 * A stand-in AWS account on loopback: the few EC2, IAM and STS calls that the demo's containment makes, over AWS's real
 * query protocol, on state that grows out of the CloudTrail records played to it.
 * Invariant: a call changes the state as AWS would or is refused with AWS's own error; there are no canned answers.
 * Must not: listen on anything but loopback, or be taken for AWS: the narration says what it is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.edge.demo.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
