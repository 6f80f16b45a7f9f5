/* SPDX-License-Identifier: Apache-2.0 */
/** The door for callbacks of Sinch's SMS API. */
@NullMarked
package io.uptext.inbound.sinch;

import org.jspecify.annotations.NullMarked;
