/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads whole PDUs, as many at a time as have come. */
final class PduReader {

    /** A command_length that cannot be. */
    static final class WrongLength extends IOException {

        WrongLength() {
            super("a PDU is shorter than its header or longer than any");
        }
    }

    private static final int MOST = 1 << 17;

    private final InputStream in;
    private final byte[] buffer = new byte[MOST];
    private int from;
    private int to;

    PduReader(InputStream in) {
        this.in = in;
    }

    /** At least one; none at the end. */
    List<ReceivedPdu> read() throws IOException {
        List<ReceivedPdu> pdus = parse();
        while (pdus.isEmpty()) {
            if (!fill()) {
                return List.of();
            }
            pdus = parse();
        }
        return pdus;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int count = in.read(buffer, to, MOST - to);
        to += Math.max(0, count);
        return count > 0;
    }

    private List<ReceivedPdu> parse() throws WrongLength {
        List<ReceivedPdu> pdus = new ArrayList<>();
        ByteBuffer fields = ByteBuffer.wrap(buffer);
        while (to - from >= PduWriter.HEADER) {
            int length = fields.getInt(from);
            if (length < PduWriter.HEADER || length > MOST) {
                if (pdus.isEmpty()) {
                    throw new WrongLength();
                }
                return pdus;
            }
            if (to - from < length) {
                return pdus;
            }
            pdus.add(new ReceivedPdu(
                    fields.getInt(from + 4),
                    fields.getInt(from + 8),
                    fields.getInt(from + 12),
                    Arrays.copyOfRange(buffer, from + PduWriter.HEADER, from + length)));
            from += length;
        }
        return pdus;
    }
}
