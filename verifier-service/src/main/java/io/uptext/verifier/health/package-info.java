/* SPDX-License-Identifier: Apache-2.0 */
/** Whether this instance can do its work, as an operator or Kubernetes asks on the management port. */
@NullMarked
package io.uptext.verifier.health;

import org.jspecify.annotations.NullMarked;
