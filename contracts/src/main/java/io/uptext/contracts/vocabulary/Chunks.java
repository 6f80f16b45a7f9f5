/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What of a text stands between white space and symbols, without the punctuation around it. */
final class Chunks {

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]+");
    private static final String TRIMMED = ".,;:!?'‘’()[]{}<>*…·";

    private Chunks() {}

    static List<String> of(String plain) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int next;
        for (int at = 0; at < plain.length(); at = next) {
            int c = plain.codePointAt(at);
            next = at + Character.charCount(c);
            if (separates(c)) {
                addTrimmed(chunk, chunks);
                chunk.setLength(0);
            } else {
                chunk.appendCodePoint(c);
            }
        }
        addTrimmed(chunk, chunks);
        return chunks;
    }

    private static boolean separates(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static void addTrimmed(StringBuilder chunk, List<String> chunks) {
        int from = 0;
        int to = chunk.length();
        while (from < to && isTrimmed(chunk.charAt(from))) {
            from++;
        }
        while (to > from && isTrimmed(chunk.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            chunks.add(chunk.substring(from, to));
        }
    }

    private static boolean isTrimmed(char c) {
        return TRIMMED.indexOf(c) >= 0 || isDash(c);
    }

    /** The first two words as they are compared with keywords. */
    static List<String> openingWords(List<String> chunks) {
        List<String> words = new ArrayList<>();
        for (String chunk : chunks.subList(0, Math.min(2, chunks.size()))) {
            boolean isOneWord = PlainText.isAscii(chunk) && chunk.indexOf('-') < 0;
            words.addAll(isOneWord ? List.of(chunk) : List.of(DASHES.split(chunk, 0)));
        }
        return words.subList(0, Math.min(2, words.size()));
    }

    static boolean isDash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
    }
}
