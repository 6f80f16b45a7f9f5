/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.vocabulary.CodeKey;

/**
 * The name of a slot.
 *
 * @param partition of the two joined topics; slots of a partition lie together, so that a chunk of them is one call
 * @param code the code key
 */
public record JoinKey(int partition, CodeKey code) {}
