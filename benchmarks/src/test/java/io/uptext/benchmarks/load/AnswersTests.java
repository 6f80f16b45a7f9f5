/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However an answer says how long it is, and however the network cuts it, each has one status. */
class AnswersTests {

    private static final String EMPTY = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
    private static final String WITH_BODY =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\nA: b\r\n\r\n{\r\n\r\n";
    private static final String CHUNKED =
            "HTTP/1.1 401 Unauthorized\r\ntransfer-encoding: chunked\r\n\r\n1A;x=y\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nT: u\r\n\r\n";
    private static final String WITHOUT_BODY = "HTTP/1.1 204 No Content\r\n\r\n";

    @Test
    void allAnswersOfOnePacketAreRead() {
        assertThat(read(EMPTY + WITH_BODY + CHUNKED + WITHOUT_BODY + EMPTY, Integer.MAX_VALUE))
                .containsExactly(200, 503, 401, 204, 200);
    }

    @Test
    void answersThatComeByteByByteAreRead() {
        assertThat(read(EMPTY + WITH_BODY + CHUNKED + WITHOUT_BODY + EMPTY, 1))
                .containsExactly(200, 503, 401, 204, 200);
    }

    @Test
    void answersThatAreCutAnywhereAreRead() {
        for (int size = 2; size < CHUNKED.length(); size++) {
            assertThat(read(CHUNKED + WITH_BODY + EMPTY, size)).containsExactly(401, 503, 200);
        }
    }

    @Test
    void anAnswerIsNoneBeforeItsLastByte() {
        for (String answer : List.of(EMPTY, WITH_BODY, CHUNKED, WITHOUT_BODY)) {
            assertThat(read(answer.substring(0, answer.length() - 1), Integer.MAX_VALUE))
                    .isEmpty();
        }
    }

    private static List<Integer> read(String bytes, int size) {
        EmbeddedChannel channel = new EmbeddedChannel(new Answers());
        for (int at = 0; at < bytes.length(); at += Math.min(size, bytes.length() - at)) {
            String piece = bytes.substring(at, at + Math.min(size, bytes.length() - at));
            channel.writeInbound(Unpooled.copiedBuffer(piece, US_ASCII));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Integer status = channel.readInbound(); status != null; status = channel.readInbound()) {
            statuses.add(status);
        }
        return statuses;
    }
}
