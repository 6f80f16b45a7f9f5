/* SPDX-License-Identifier: Apache-2.0 */
/** The immutable catalogue of topics and of the event types on them. */
@NullMarked
package io.uptext.contracts.topic;

import org.jspecify.annotations.NullMarked;
