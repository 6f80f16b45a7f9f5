/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Reads what became of your challenges, from where you had come to. Thread-safe; one of your processes is enough, since each
 * reader gets all events.
 *
 * <p>Deal with a page, store its {@link EventPage#next}, read on from there: so nothing is missed, whoever restarts. The key
 * needs the scope {@code events}.
 */
public final class EventReader {

    /** An answer waits for so long where there is nothing; Uptext waits 25 s at most. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private static final Duration ATTEMPT = WAIT.plusSeconds(10);
    private static final Duration TOTAL = ATTEMPT.multipliedBy(2);

    /** There may come to be others, which are passed over. */
    private static final Pattern KNOWN =
            Pattern.compile("io\\.uptext\\.outcome\\.(confirmed|denied|expired|cancelled)\\.v1");

    private final Transport transport;
    private final Clock clock = Clock.systemUTC();

    private EventReader(Transport transport) {
        this.transport = transport;
    }

    /**
     * Makes a reader.
     *
     * @param notifier where notifier-service is
     * @param apiKey {@code upk_…}; it is sent there and nowhere else
     */
    public static EventReader of(URI notifier, String apiKey) {
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new EventReader(new Transport(http, notifier, apiKey, ATTEMPT));
    }

    /** Where events of now on will be: a cursor to begin with, and no event. */
    public EventPage here() {
        return read("", Duration.ZERO);
    }

    /**
     * What comes after a cursor, at once if there is something, or else as soon as there is; an empty page after 20 s.
     *
     * @throws ProblemException with {@link ProblemType#CURSOR_TOO_OLD} if some of it is kept no more
     */
    public EventPage after(String cursor) {
        return read("?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8), WAIT);
    }

    private EventPage read(String query, Duration wait) {
        Call call = Call.get("/v1/events" + query).waiting(wait);
        HttpResponse<byte[]> answer = Waiting.until(Exchange.begin(transport, Backoff.USUAL, clock, TOTAL, call));
        if (answer.statusCode() != 200) {
            throw Problems.of(answer, clock.instant());
        }
        try {
            return page(Fields.parse(answer.body()));
        } catch (IllegalArgumentException e) {
            throw new UnexpectedAnswerException(
                    answer.statusCode(), "GET /v1/events got an answer that it cannot read", e);
        }
    }

    private static EventPage page(Fields answer) {
        return new EventPage(
                answer.objects("events").stream()
                        .filter(event -> KNOWN.matcher(event.text("type")).matches())
                        .map(EventReader::event)
                        .toList(),
                answer.text("next"));
    }

    private static OutcomeEvent event(Fields event) {
        Fields data = event.object("data");
        return new OutcomeEvent(
                event.text("cursor"),
                event.text("id"),
                event.text("type"),
                event.instant("timestamp"),
                new ChallengeId(data.text("challengeId")),
                Answers.status(data),
                data.textOrNull("reason"));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EventReader[" + transport + "]";
    }
}
