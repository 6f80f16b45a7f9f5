/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.promise.Closing;
import io.uptext.chaos.promise.Connection;
import io.uptext.chaos.promise.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has come of a request so far, and how long a page waits for more. */
final class Answer {

    /** The server speaks first, at once. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(8);

    /** A comment comes every 15 s. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    /** A browser would leave at once after the end. A page of ours looks whether anything follows. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private static final Piece.Opened NONE = new Piece.Opened(0, "", Duration.ZERO);

    private final EventLines lines = new EventLines();
    private final List<Heard> heard = new ArrayList<>();
    private Piece.Opened opened = NONE;

    Duration patience() {
        if (heard.isEmpty()) {
            return FIRST_WORD;
        }
        return isEnded() ? CLOSE : SILENCE;
    }

    /** Takes the next piece, or nothing when there was none in time, and says so when the page goes then. */
    Optional<Closing> take(@Nullable Piece piece) {
        return switch (piece) {
            case null -> Optional.of(isEnded() ? Closing.LEFT_OPEN : Closing.SILENT);
            case Piece.Opened answer -> {
                opened = answer;
                // A captive portal answers 200 with its own page.
                yield answer.isStream() ? Optional.empty() : Optional.of(Closing.BROKEN);
            }
            case Piece.Line line -> {
                lines.take(line).ifPresent(heard::add);
                yield Optional.empty();
            }
            case Piece.Over(boolean isWhole) -> Optional.of(isWhole ? Closing.BY_SERVER : Closing.BROKEN);
        };
    }

    /** How it began. */
    Piece.Opened opened() {
        return opened;
    }

    boolean isHeard() {
        return !heard.isEmpty();
    }

    private boolean isEnded() {
        return heard.stream().anyMatch(Heard::isEnd);
    }

    /** How long the server wants a page to wait before it connects again, if it has said so. */
    Optional<Duration> retry() {
        return lines.retry();
    }

    Connection connection(int instance, Instant begun, Closing closing) {
        return new Connection(instance, begun, opened.status(), heard, closing);
    }
}
