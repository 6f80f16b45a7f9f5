/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What octets that come on a connection are cut into.
 *
 * @param frames all PDUs
 * @param wrongLengths how often a length came that cannot be
 * @param isOpen whether the connection goes on
 */
public record Cutting(List<byte[]> frames, int wrongLengths, boolean isOpen) {

    /** The same for octets that come in pieces of at most this length. */
    public static Cutting of(byte[] octets, int piece) {
        AtomicInteger wrongLengths = new AtomicInteger();
        EmbeddedChannel channel = new EmbeddedChannel(new Frames(wrongLengths::incrementAndGet));
        List<byte[]> frames = new ArrayList<>();
        for (int at = 0; at < octets.length && channel.isOpen(); at += piece) {
            int end = Math.min(octets.length, at + piece);
            channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOfRange(octets, at, end)));
            for (byte[] frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
                frames.add(frame);
            }
        }
        boolean isOpen = channel.isOpen();
        channel.finishAndReleaseAll();
        return new Cutting(frames, wrongLengths.get(), isOpen);
    }
}
