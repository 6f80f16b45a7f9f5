/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.ChallengeCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what subscribers text before a code, behind which a code must be found. */
final class KeywordReading {

    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9]+( [A-Z0-9]+)*");
    private static final int LONGEST = 40;
    private static final String PROBE = "7KQ4M2XHC";

    private KeywordReading() {}

    static Optional<String> read(Section section) {
        return section.required("keyword").filter(text -> isKeyword(section, text));
    }

    private static boolean isKeyword(Section section, String keyword) {
        if (!KEYWORD.matcher(keyword).matches() || keyword.length() > LONGEST) {
            section.wrong("keyword", "must be 1 to 40 upper-case letters, digits and single spaces: " + keyword);
            return false;
        }
        boolean readable = ChallengeCode.parse(keyword + " " + PROBE)
                .map(code -> code.normal().equals(PROBE))
                .orElse(false);
        if (!readable || ChallengeCode.parse(keyword).isPresent()) {
            section.wrong("keyword", "looks like a code, or is one that carriers act upon: " + keyword);
            return false;
        }
        return true;
    }
}
