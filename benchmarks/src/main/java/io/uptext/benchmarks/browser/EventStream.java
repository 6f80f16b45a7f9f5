/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one answer that is a stream of server-sent events, as it arrives: the status, and then each event as soon as the empty
 * line after it is there. Between two events it holds no more than a few references.
 */
final class EventStream {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;
    private static final int HEXADECIMAL = 16;

    private final Listener listener;
    private Part part = Part.STATUS;
    private boolean chunked;
    private int left;
    private String ofFrame = "";
    private String ofEvent = "";
    private String name = "";
    private String data = "";

    EventStream(Listener listener) {
        this.listener = listener;
    }

    /** Hears what is read. */
    interface Listener {

        /** The status of the answer. */
        void status(int status);

        /** How many milliseconds the server wants a browser to wait before it connects again. */
        void retry(long millis);

        /** A whole event. */
        void event(String name, String data);
    }

    private enum Part {
        STATUS,
        HEADERS,
        SIZE,
        EVENTS,
        AFTER_CHUNK,
        END
    }

    /** Whether the server has said that nothing follows. */
    boolean hasEnded() {
        return part == Part.END;
    }

    /** Takes what has arrived. */
    void read(ByteBuf in) {
        while (in.isReadable() && part != Part.END) {
            boolean isEvents = part == Part.EVENTS;
            int most = isEvents && chunked ? Math.min(left, in.readableBytes()) : in.readableBytes();
            int feed = in.bytesBefore(most, (byte) '\n');
            int taken = feed < 0 ? most : feed + 1;
            String piece = in.readString(taken, StandardCharsets.US_ASCII);
            if (isEvents) {
                left -= taken;
                ofEvent = ofEvent.isEmpty() ? piece : ofEvent + piece;
                if (feed >= 0) {
                    String line = ofEvent.stripTrailing();
                    ofEvent = "";
                    lineOfEvent(line);
                }
                if (chunked && left == 0) {
                    part = Part.AFTER_CHUNK;
                }
            } else {
                ofFrame = ofFrame.isEmpty() ? piece : ofFrame + piece;
                if (feed >= 0) {
                    String line = ofFrame.stripTrailing();
                    ofFrame = "";
                    lineOfFrame(line);
                }
            }
        }
    }

    private void lineOfFrame(String line) {
        switch (part) {
            case STATUS -> {
                part = Part.HEADERS;
                listener.status(Integer.parseInt(line.substring(STATUS_AT, STATUS_AT + STATUS_LENGTH)));
            }
            case HEADERS -> {
                if (line.isEmpty()) {
                    part = chunked ? Part.SIZE : Part.EVENTS;
                } else if (line.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")) {
                    chunked = line.endsWith("chunked");
                }
            }
            case SIZE -> {
                left = Integer.parseInt(line, HEXADECIMAL);
                part = left == 0 ? Part.END : Part.EVENTS;
            }
            case AFTER_CHUNK -> part = Part.SIZE;
            case EVENTS, END -> throw new IllegalStateException("no line of a frame is expected here");
        }
    }

    private void lineOfEvent(String line) {
        if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring("data:".length()).strip();
        } else if (line.startsWith("retry:")) {
            listener.retry(Long.parseLong(line.substring("retry:".length()).strip()));
        } else if (line.isEmpty()) {
            if (!name.isEmpty()) {
                listener.event(name, data);
            }
            name = "";
            data = "";
        }
    }
}
