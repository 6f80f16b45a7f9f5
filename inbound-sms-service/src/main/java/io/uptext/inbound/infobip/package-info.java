/* SPDX-License-Identifier: Apache-2.0 */
/** The door for what Infobip forwards. */
@NullMarked
package io.uptext.inbound.infobip;

import org.jspecify.annotations.NullMarked;
