/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.vocabulary.MissReason;

/**
 * A text whose code was not its sender's to send.
 *
 * @param evidence the text
 * @param reason what was wrong with the code
 */
public record Miss(Evidence evidence, MissReason reason) {}
