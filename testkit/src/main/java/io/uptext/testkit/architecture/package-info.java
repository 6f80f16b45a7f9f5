/* SPDX-License-Identifier: Apache-2.0 */
/** The architecture rules that each service's tests hold. */
@NullMarked
package io.uptext.testkit.architecture;

import org.jspecify.annotations.NullMarked;
