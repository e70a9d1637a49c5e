/** Tests of playbooks; {@link io.acso.core.playbook.PlaybookBuilder} writes the documents. */
package io.acso.core.playbook;
