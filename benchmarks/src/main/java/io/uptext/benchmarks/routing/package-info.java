/* SPDX-License-Identifier: Apache-2.0 */
/** What the notifier would be if each outcome went to the one instance where its browser waits: a prototype, to be measured. */
@NullMarked
package io.uptext.benchmarks.routing;

import org.jspecify.annotations.NullMarked;
