/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
 *       stand.
 *   <li>Neighbouring pieces that are together nine characters long with a right check character are a candidate. One
 *       distinct candidate is the code; two are none.
 * </ol>
 *
 * <p>It never guesses: no edit distance, no S for 5. It takes time linear in the length, and ignores texts longer than
 * {@value #LONGEST_TEXT} UTF-16 units (an SMS of ten parts).
 */
final class CodeText {

    static final int LONGEST_TEXT = 1600;

    /** Says that a sign-in was not wanted; the code after it is void, as it is after a {@link CarrierKeyword}. */
    private static final String NO = "NO";

    private static final String QUOTATION_MARKS = "\"“”„‟«»‹›「」『』〝〞〟";
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]+");
    private static final String TRIMMED = ".,;:!?'‘’()[]{}<>*…·";
    private static final int ASCII_END = 0x80;
    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;

    private static final SmsText NOTHING = new SmsText(Optional.empty(), Optional.empty());

    private CodeText() {}

    static SmsText read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return NOTHING;
        }
        List<String> chunks = chunks(withoutQuotes(plain(text)));
        List<String> opening = openingWords(chunks);
        Optional<CarrierKeyword> keyword = CarrierKeyword.ofWords(opening);
        return keyword.isPresent() || opening.indexOf(NO) == 0
                ? new SmsText(keyword, Optional.empty())
                : new SmsText(Optional.empty(), onlyCodeIn(chunks).map(ChallengeCode::ofNormal));
    }

    private static Optional<String> onlyCodeIn(List<String> chunks) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> run = new ArrayList<>();
        for (String chunk : chunks) {
            List<String> pieces = pieces(chunk);
            if (pieces.isEmpty()) {
                collect(run, codes);
                run.clear();
            }
            run.addAll(pieces);
        }
        collect(run, codes);
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    private static String plain(String text) {
        return isAscii(text) ? text.toUpperCase(Locale.ROOT) : plainOfAnyScript(text);
    }

    /** Most texts are; none of the rules for scripts and invisible characters changes them. */
    private static boolean isAscii(String text) {
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

    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int c = text.codePointAt(at);
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
    private static List<String> openingWords(List<String> chunks) {
        List<String> words = new ArrayList<>();
        for (String chunk : chunks.subList(0, Math.min(2, chunks.size()))) {
            boolean isOneWord = isAscii(chunk) && chunk.indexOf('-') < 0;
            words.addAll(isOneWord ? List.of(chunk) : List.of(DASHES.split(chunk, 0)));
        }
        return words.subList(0, Math.min(2, words.size()));
    }

    /**
     * The chunk at its dashes with look-alikes folded, or nothing where it holds a character outside the alphabet. A code
     * stays whole, so that no part of it makes another with a neighbour: LOGIN and 7KQP are nine characters, too.
     */
    private static List<String> pieces(String chunk) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            char folded = fold(c);
            if (CrockfordBase32.contains(folded)) {
                piece.append(folded);
            } else if (!isDash(c)) {
                return List.of();
            } else if (!piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        String whole = String.join("", pieces);
        return CrockfordBase32.isCode(whole) ? List.of(whole) : pieces;
    }

    private static char fold(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
    }

    private static boolean isDash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
    }

    private static void collect(List<String> pieces, Set<String> codes) {
        for (int from = 0; from < pieces.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < pieces.size() && joined.length() < ChallengeCode.LENGTH; to++) {
                joined.append(pieces.get(to));
            }
            if (CrockfordBase32.isCode(joined)) {
                codes.add(joined.toString());
            }
        }
    }
}
