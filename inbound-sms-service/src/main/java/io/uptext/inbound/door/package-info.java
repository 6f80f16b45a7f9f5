/* SPDX-License-Identifier: Apache-2.0 */
/** What every door is: it proves where a request comes from and reads the messages in it. */
@NullMarked
package io.uptext.inbound.door;

import org.jspecify.annotations.NullMarked;
