/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that may be the code of a text, collected chunk by chunk. */
final class Candidates {

    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> run = new ArrayList<>();

    private Candidates() {}

    /** The one code in these chunks, or empty where there is none, or another one too. */
    static Optional<String> only(List<String> chunks) {
        Candidates candidates = new Candidates();
        for (String chunk : chunks) {
            candidates.add(chunk);
        }
        candidates.endRun();
        return candidates.codes.size() == 1
                ? Optional.of(candidates.codes.iterator().next())
                : Optional.empty();
    }

    private void add(String chunk) {
        List<String> pieces = pieces(chunk);
        String whole = String.join("", pieces);
        if (pieces.isEmpty()) {
            endRun();
        } else if (pieces.stream().noneMatch(Candidates::isCode) && isCode(whole)) {
            addWhole(whole);
        } else {
            pieces.forEach(this::addPiece);
        }
    }

    private void addPiece(String piece) {
        if (isCode(piece)) {
            addWhole(piece);
        } else {
            run.add(piece);
        }
    }

    /** What is a code as it stands makes no other with its neighbours: LOGIN and a short code are as long as a long one. */
    private void addWhole(String code) {
        endRun();
        codes.add(code);
    }

    /** Joins neighbours. Each is looked at with so few others that the time is linear. */
    private void endRun() {
        for (int from = 0; from < run.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < run.size() && joined.length() < CodeForm.LONGEST; to++) {
                joined.append(run.get(to));
                if (isCode(joined)) {
                    codes.add(joined.toString());
                }
            }
        }
        run.clear();
    }

    private static boolean isCode(CharSequence candidate) {
        return CodeForm.of(candidate).isPresent();
    }

    /** The chunk at its dashes with look-alikes folded, or nothing where it holds a character outside the alphabet. */
    private static List<String> pieces(String chunk) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            char folded = fold(c);
            if (CrockfordBase32.contains(folded)) {
                piece.append(folded);
            } else if (!Chunks.isDash(c)) {
                return List.of();
            } else if (!piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static char fold(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
    }
}
