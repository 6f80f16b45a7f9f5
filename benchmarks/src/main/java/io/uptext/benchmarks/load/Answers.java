/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads the status of each HTTP/1.1 answer and passes over the rest. It makes no string of an answer but for the two
 * headers that say how long its body is, so that the load costs next to nothing beside what is measured.
 */
final class Answers extends ByteToMessageDecoder {

    private static final int INCOMPLETE = -1;
    private static final String LENGTH = "content-length:";
    private static final String CODING = "transfer-encoding:";
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;
    private static final int HEXADECIMAL = 16;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int end = endOfAnswer(in);
        if (end != INCOMPLETE) {
            out.add(Integer.valueOf(text(in, start + STATUS_AT, STATUS_LENGTH)));
            in.readerIndex(end);
        }
    }

    private static int endOfAnswer(ByteBuf in) {
        int line = nextLine(in, in.readerIndex());
        int length = 0;
        boolean chunked = false;
        while (line != INCOMPLETE) {
            int next = nextLine(in, line);
            if (next == INCOMPLETE) {
                return INCOMPLETE;
            }
            if (isEmpty(line, next)) {
                return chunked ? endOfChunks(in, next) : within(in, next + length);
            }
            if (startsWith(in, line, next, LENGTH)) {
                length = Integer.parseInt(value(in, line, next, LENGTH));
            } else if (startsWith(in, line, next, CODING)) {
                chunked = value(in, line, next, CODING).toLowerCase(Locale.ROOT).endsWith("chunked");
            }
            line = next;
        }
        return INCOMPLETE;
    }

    private static int endOfChunks(ByteBuf in, int from) {
        int chunk = from;
        while (true) {
            int data = nextLine(in, chunk);
            if (data == INCOMPLETE) {
                return INCOMPLETE;
            }
            int size = Integer.parseInt(text(in, chunk, data - chunk).split("[;\\s]", 2)[0], HEXADECIMAL);
            if (size == 0) {
                return endOfTrailers(in, data);
            }
            chunk = within(in, data + size + 2);
            if (chunk == INCOMPLETE) {
                return INCOMPLETE;
            }
        }
    }

    private static int endOfTrailers(ByteBuf in, int from) {
        int line = from;
        while (true) {
            int next = nextLine(in, line);
            if (next == INCOMPLETE || isEmpty(line, next)) {
                return next;
            }
            line = next;
        }
    }

    private static int nextLine(ByteBuf in, int from) {
        int feed = ByteBufUtil.indexOf(in, from, in.writerIndex(), (byte) '\n');
        return feed < 0 ? INCOMPLETE : feed + 1;
    }

    private static int within(ByteBuf in, int end) {
        return end <= in.writerIndex() ? end : INCOMPLETE;
    }

    private static boolean isEmpty(int line, int next) {
        return next - line <= 2;
    }

    private static boolean startsWith(ByteBuf in, int line, int next, String lowerCase) {
        if (next - line < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(in.getByte(line + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String value(ByteBuf in, int line, int next, String name) {
        return text(in, line + name.length(), next - line - name.length()).strip();
    }

    private static String text(ByteBuf in, int from, int length) {
        return in.toString(from, length, StandardCharsets.US_ASCII);
    }
}
