/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import org.jspecify.annotations.Nullable;

/**
 * A message and what is to be read in it.
 *
 * @param text what a reader must find, of a part its own text; null where the message is none that a person has sent from a
 *     number, and so must never match
 */
public record PeerText(PeerMessage message, @Nullable String text) {}
