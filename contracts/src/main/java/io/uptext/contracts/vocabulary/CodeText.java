/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * Finds the code in a text that a person, a keyboard, a phone and three networks have had their hands on.
 *
 * <p>What it does, in this order; docs/code-and-text.md has the table with examples:
 *
 * <ol>
 *   <li>Invisible characters go; Unicode compatibility forms and other scripts' digits become ASCII; letters become
 *       upper case in no locale (a Turkish {@code ı} or {@code İ} is an I).
 *   <li>All from the first quotation mark to the last goes, whatever their styles: a phone's "Liked “…”" quotes a code
 *       that somebody else sent, and quoting is not sending.
 *   <li>What is left is split at white space and symbols such as emoji. A chunk with any character outside the alphabet
 *       inside it (a URL, a glued word) breaks the text; others are split at dashes, unless they are a code as they
 *       stand. What is one joins with nothing else.
 *   <li>Neighbouring pieces that are together a code of some {@linkplain CodeForm form} are a candidate. One distinct
 *       candidate is the code; two are none.
 * </ol>
 *
 * <p>It never guesses: no edit distance, no S for 5. It takes time linear in the length, and ignores texts longer than
 * {@value #LONGEST_TEXT} UTF-16 units (an SMS of ten parts).
 */
final class CodeText {

    static final int LONGEST_TEXT = 1600;

    /** Says that a sign-in was not wanted; the code after it is void, as it is after a {@link CarrierKeyword}. */
    private static final String NO = "NO";

    private static final SmsText NOTHING = new SmsText(Optional.empty(), Optional.empty());

    private CodeText() {}

    static SmsText read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return NOTHING;
        }
        List<String> chunks = Chunks.of(PlainText.of(text));
        List<String> opening = Chunks.openingWords(chunks);
        Optional<CarrierKeyword> keyword = CarrierKeyword.ofWords(opening);
        return keyword.isPresent() || opening.indexOf(NO) == 0
                ? new SmsText(keyword, Optional.empty())
                : new SmsText(Optional.empty(), Candidates.only(chunks).map(ChallengeCode::ofNormal));
    }
}
