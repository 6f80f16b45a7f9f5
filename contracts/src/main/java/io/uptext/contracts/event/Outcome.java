/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

/**
 * The end of a challenge. The first outcome of a challenge on its topic, by offset, is the decision; readers ignore
 * every later one.
 */
public sealed interface Outcome extends OutcomeEvent permits AuthConfirmed, AuthDenied, AuthExpired, AuthCancelled {}
