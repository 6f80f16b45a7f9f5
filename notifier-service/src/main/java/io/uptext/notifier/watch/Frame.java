/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.uptext.platform.json.Json;

/**
 * Bytes of a stream that many connections can send. They are made once and stay outside the heap.
 *
 * @param chunk as HTTP/1.1 transfers what it does not know the length of (RFC 9112, section 7.1)
 * @param bare for HTTP/1.0, where the end of the connection is that of the stream
 */
record Frame(ByteBuf chunk, ByteBuf bare) {

    private static final String LAST_CHUNK = "0\r\n\r\n";

    /** A comment, which says that the connection lives. */
    static final Frame HEARTBEAT = lasting(":\n\n", false);

    /** Nothing more comes. */
    static final Frame END = lasting("", true);

    /** An event. */
    static Frame of(WatchEvent event) {
        return lasting(text(event, ""), event.endsStream());
    }

    /** Some bytes of text/event-stream, to be kept. */
    private static Frame lasting(String text, boolean isLast) {
        return new Frame(kept(chunked(text, isLast)), kept(text));
    }

    private static ByteBuf kept(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
    }

    /** An event as text/event-stream has it. What is not ours in it is JSON, which has no line breaks of its own. */
    static String text(WatchEvent event, String retry) {
        return "event:" + event.name() + "\n" + retry + "data:"
                + new String(Json.MAPPER.writeValueAsBytes(event), UTF_8) + "\n\n";
    }

    /** A line that says when to come again. */
    static String retry(long millis) {
        return "retry:" + millis + "\n";
    }

    /** The same as a chunk. */
    static String chunked(String text, boolean isLast) {
        String chunk = text.isEmpty() ? "" : Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n";
        return isLast ? chunk + LAST_CHUNK : chunk;
    }

    /** The same as bytes for one connection. */
    static ByteBuf once(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(UTF_8));
    }

    /** These bytes with a position of their own. */
    ByteBuf bytes(boolean isChunked) {
        return (isChunked ? chunk : bare).duplicate();
    }
}
