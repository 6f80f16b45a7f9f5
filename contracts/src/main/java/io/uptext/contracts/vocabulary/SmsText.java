/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.Optional;

/**
 * What a text says to us, found as {@code docs/code-and-text.md} says: a keyword or a code or neither, and never both.
 *
 * @param keyword that it opens with
 * @param code the one in it
 */
public record SmsText(Optional<CarrierKeyword> keyword, Optional<ChallengeCode> code) {

    /** Reads a text. */
    public static SmsText read(String text) {
        return CodeText.read(text);
    }
}
