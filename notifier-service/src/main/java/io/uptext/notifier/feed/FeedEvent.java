/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.platform.json.NoticeJson;
import java.io.ByteArrayOutputStream;

/**
 * An event on the stream.
 *
 * @param cursor where to go on behind it
 * @param notice what is told
 */
record FeedEvent(String cursor, OutcomeNotice notice) {

    /** A comment, so that proxies and listeners notice a dead connection. */
    static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

    /** As a server-sent event. Its data are the bytes that a webhook gets; JSON has no line breaks of its own. */
    byte[] onTheWire() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("id: " + cursor + "\nevent: " + notice.type() + "\ndata: ").getBytes(UTF_8));
        bytes.writeBytes(NoticeJson.body(notice));
        bytes.writeBytes("\n\n".getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** What a stream begins with: where it stands, before there is any event. */
    static byte[] opening(String cursor, long retryMillis) {
        return ("id: " + cursor + "\nretry: " + retryMillis + "\n\n").getBytes(UTF_8);
    }

    /** What a stream ends with that is to be opened again. */
    static byte[] ending(long retryMillis) {
        return ("retry: " + retryMillis + "\n\n").getBytes(UTF_8);
    }
}
