/* SPDX-License-Identifier: Apache-2.0 */
/** Sign-ins that go right and wrong in known ways, written as real events. */
@NullMarked
package io.uptext.chaos.load;

import org.jspecify.annotations.NullMarked;
