/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/** A text in upper-case ASCII as far as there is ASCII for it, without what cannot be seen and without what is quoted. */
final class PlainText {

    private static final String QUOTATION_MARKS = "\"“”„‟«»‹›「」『』〝〞〟";
    private static final int ASCII_END = 0x80;
    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;

    private PlainText() {}

    static String of(String text) {
        return withoutQuotes(plain(text));
    }

    private static String plain(String text) {
        return isAscii(text) ? text.toUpperCase(Locale.ROOT) : plainOfAnyScript(text);
    }

    /** Most texts are; none of the rules for scripts and invisible characters changes them. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    private static String plainOfAnyScript(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        StringBuilder plain = new StringBuilder(visible.length());
        Normalizer.normalize(visible, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (c == 'İ') {
                plain.append('I');
            } else {
                plain.appendCodePoint(Character.toUpperCase(c));
            }
        });
        return plain.toString();
    }

    /** Format characters, variation selectors, tags and soft hyphens; a zero-width joiner must not part a code. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || c == COMBINING_GRAPHEME_JOINER;
    }

    /**
     * Leaves one quotation mark for all that is quoted. A mark without a partner quotes the rest. Pairing the marks would
     * be guesswork: Swedish opens with ”, German closes with “, and a quoted text may quote.
     */
    private static String withoutQuotes(String text) {
        int first = 0;
        while (first < text.length() && !isQuotationMark(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        int last = text.length() - 1;
        while (!isQuotationMark(text.charAt(last))) {
            last--;
        }
        String rest = last == first ? "" : text.substring(last + 1);
        return text.substring(0, first) + '"' + rest;
    }

    private static boolean isQuotationMark(char c) {
        return QUOTATION_MARKS.indexOf(c) >= 0;
    }
}
