/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream means the same however the network cuts it, and wherever the server ends its chunks. */
class EventStreamTests implements EventStream.Listener {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String STATE = "event: state\nretry: 2000\ndata: {\"status\":\"pending\"}\n\n";
    private static final String OUTCOME = "event:outcome\ndata:{\"status\":\"confirmed\"}\n\n";

    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void eachEventIsReadHoweverItIsCut(int length) {
        EventStream stream = read(HEAD + chunk(STATE) + chunk(":\n\n") + chunk(OUTCOME) + "0\r\n\r\n", length);

        assertThat(heard)
                .containsExactly(
                        "200", "retry 2000", "state {\"status\":\"pending\"}", "outcome {\"status\":\"confirmed\"}");
        assertThat(stream.hasEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1_000})
    void anEventMayBeInSeveralChunksWhichEndInTheMiddleOfALine(int length) {
        String chunks = chunk("event:state\nretry:2000\ndata:") + chunk("{\"status\":\"pending\"}") + chunk("\n\n");

        EventStream stream = read(HEAD + chunks, length);

        assertThat(heard).containsExactly("200", "retry 2000", "state {\"status\":\"pending\"}");
        assertThat(stream.hasEnded()).isFalse();
    }

    @Test
    void aStreamWithoutChunksIsReadAsItIs() {
        read("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + STATE + OUTCOME, 10);

        assertThat(heard).containsSubsequence("state {\"status\":\"pending\"}", "outcome {\"status\":\"confirmed\"}");
    }

    @Test
    void anEventIsHeardOfWhenItIsWholeAndNotBefore() {
        read(HEAD + chunk(STATE.substring(0, STATE.length() - 1)), 1_000);

        assertThat(heard).containsExactly("200", "retry 2000");
    }

    @Test
    void aRefusalIsToldByItsStatus() {
        read("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}", 4);

        assertThat(heard).containsExactly("404");
    }

    private EventStream read(String bytes, int length) {
        EventStream stream = new EventStream(this);
        for (int i = 0; i < bytes.length(); i += length) {
            String piece = bytes.substring(i, Math.min(bytes.length(), i + length));
            stream.read(Unpooled.wrappedBuffer(piece.getBytes(US_ASCII)));
        }
        return stream;
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    @Override
    public void status(int status) {
        heard.add(Integer.toString(status));
    }

    @Override
    public void retry(long millis) {
        heard.add("retry " + millis);
    }

    @Override
    public void event(String name, String data) {
        heard.add(name + " " + data);
    }
}
