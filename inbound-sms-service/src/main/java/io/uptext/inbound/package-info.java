/* SPDX-License-Identifier: Apache-2.0 */
/** The service that takes in what subscribers text: its configuration and how its parts are put together. */
@NullMarked
package io.uptext.inbound;

import org.jspecify.annotations.NullMarked;
