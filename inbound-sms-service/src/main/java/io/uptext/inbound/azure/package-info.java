/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Azure Communication Services, which delivers through Event Grid. */
@NullMarked
package io.uptext.inbound.azure;

import org.jspecify.annotations.NullMarked;
