/* SPDX-License-Identifier: Apache-2.0 */
/** Java programs in JVMs of their own that end with the one that has started them. */
@NullMarked
package io.uptext.testkit.process;

import org.jspecify.annotations.NullMarked;
