/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Where a listener wants to begin. */
sealed interface Start {

    /** With what comes from now on. */
    record Now() implements Start {}

    /** With what was told at a time or later, as far as it is kept. */
    record Since(Instant time) implements Start {}

    /** Where it had come to. */
    record After(Cursor cursor) implements Start {}

    /**
     * As a request says. A listener that connects again repeats its address and adds the header, so the header comes first.
     *
     * @throws ProblemException if that cannot be understood
     */
    static Start of(ServerRequest request, RelyingPartyId party) {
        List<String> last = request.headers().header("Last-Event-ID");
        if (last.size() > 1) {
            throw Problem.MALFORMED.because("There is more than one Last-Event-ID.");
        }
        if (!last.isEmpty()) {
            return after(last.getFirst(), party);
        }
        Optional<String> after = one(request, "after");
        Optional<String> since = one(request, "since");
        if (after.isPresent() && since.isPresent()) {
            throw Problem.MALFORMED.because("after and since exclude each other.");
        }
        return after.map(text -> after(text, party))
                .or(() -> since.map(Start::since))
                .orElseGet(Now::new);
    }

    private static Optional<String> one(ServerRequest request, String name) {
        List<String> values = request.queryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.MALFORMED.because("There is more than one " + name + ".");
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(Optional.ofNullable(values.getFirst()).orElse(""));
    }

    private static Start after(String text, RelyingPartyId party) {
        return new After(Cursor.parse(text, party)
                .orElseThrow(() -> Problem.MALFORMED.because(
                        "The cursor is none that this relying party was given. Use one as it came, as a whole.")));
    }

    private static Start since(String text) {
        try {
            Instant time = Json.parseInstant(text);
            // Years that Kafka cannot count in milliseconds are nobody's.
            return new Since(Instant.ofEpochMilli(time.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            throw Problem.MALFORMED.because("since is an instant, 2026-11-24T08:00:00Z for example.");
        }
    }
}
