/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.chaos.promise.Heard;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page takes for events is what docs/api/watch.md shows. */
class EventLinesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final EventLines lines = new EventLines();

    @Test
    void aStreamAsItIsDocumentedIsHeardEventByEvent() {
        assertThat(hear("""
                        event: state
                        retry: 2000
                        data: {"status":"pending","now":"2026-11-24T08:00:01.120Z","expiresAt":"2026-11-24T08:03:00.000Z"}

                        :

                        event: attempt
                        retry: 2000
                        data: {"flaw":"wrong_phone"}

                        event: outcome
                        retry: 2500
                        data: {"status":"denied","reason":"code_in_use"}

                        """))
                .containsExactly(
                        new Heard(NOW, "state", ChallengeStatus.PENDING, null, Instant.parse("2026-11-24T08:03:00Z")),
                        new Heard(NOW, "attempt", null, "wrong_phone", null),
                        new Heard(NOW, "outcome", ChallengeStatus.DENIED, "code_in_use", null));
        assertThat(lines.retry()).contains(Duration.ofMillis(2_500));
    }

    @Test
    void anEventThatWasCutIsNotHeard() {
        assertThat(hear("event: outcome\ndata: {\"status\":\"confirmed\"}\n")).isEmpty();
    }

    @Test
    void whatIsNotJsonIsHeardAndSaysNothing() {
        assertThat(hear("event: outcome\ndata: {\"status\":\n\n"))
                .containsExactly(new Heard(NOW, "outcome", null, null, null));
    }

    @Test
    void aStatusThatNobodyKnowsIsNoEnd() {
        assertThat(hear("event: outcome\ndata: {\"status\":\"revoked\"}\n\n")).noneMatch(Heard::isEnd);
    }

    private List<Heard> hear(String stream) {
        List<Heard> heard = new ArrayList<>();
        stream.lines().forEach(line -> lines.take(new Piece.Line(NOW, line)).ifPresent(heard::add));
        return heard;
    }
}
