/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** What bare holders say, byte for byte what the notifier would say to somebody. */
final class Wire {

    static final String PATH = "/v1/watch";

    /** Who calls this has everybody told. */
    static final String TELL = "/tell";

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final ByteBuf STATE =
            fixed("event: state\nretry: 2000\ndata: {\"status\":\"pending\",\"expiresAt\":\"2026-11-28T08:10:00.000Z\","
                    + "\"now\":\"2026-11-28T08:00:01.120Z\"}\n\n");
    private static final ByteBuf OUTCOME =
            fixed("event: outcome\nretry: 2000\ndata: {\"status\":\"confirmed\",\"numberEnding\":\"42\"}\n\n");
    private static final ByteBuf COMMENT = fixed(":\n\n");

    private Wire() {}

    private static ByteBuf fixed(String text) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(text.getBytes(US_ASCII)))
                .asReadOnly();
    }

    static ByteBuf state() {
        return STATE.duplicate();
    }

    static ByteBuf outcome() {
        return OUTCOME.duplicate();
    }

    static ByteBuf comment() {
        return COMMENT.duplicate();
    }
}
