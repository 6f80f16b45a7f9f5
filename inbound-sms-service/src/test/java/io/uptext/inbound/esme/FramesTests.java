/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDUs are cut as their first four octets say, however the network has cut them; a length that cannot be ends it all. */
class FramesTests {

    /** generic_nack, ESME_RINVCMDLEN, with a sequence number of 0 (SMPP 3.4, 4.3.1 and 5.1.3). */
    private static final String NACK = "00000010" + "80000000" + "00000002" + "00000000";

    private final AtomicInteger wrongLengths = new AtomicInteger();
    private final EmbeddedChannel channel = new EmbeddedChannel(new Frames(wrongLengths::incrementAndGet));

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 255, 65_536, Frames.LONGEST - 1, Frames.LONGEST})
    void aLengthThatCanBeIsAPdu(int length) {
        byte[] pdu = pdu(length);

        assertThat(frames(pdu)).containsExactly(pdu);
        assertThat(wrongLengths).hasValue(0);
        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4, 15, Frames.LONGEST + 1, 0x7fffffffL, 0x80000000L, 0x80000010L, 0xffffffffL})
    void aLengthThatCannotBeIsToldAndEndsTheConnection(long length) {
        byte[] good = pdu(20);

        assertThat(frames(join(good, lengthOnly(length), good, good))).containsExactly(good);

        assertEnded();
        assertThat(frames(good)).isEmpty();
    }

    @Test
    void thatALengthCannotBeIsKnownBeforeMoreThanItHasCome() {
        assertThat(frames(new byte[] {0, 0, 0})).isEmpty();
        assertThat(wrongLengths).hasValue(0);

        assertThat(frames(new byte[] {15})).isEmpty();
        assertEnded();
    }

    /** Until our last word is out, which a peer that does not read can put off. */
    @Test
    void nothingMoreIsReadUntilTheConnectionHasEnded() {
        List<ChannelPromise> held = new ArrayList<>();
        EmbeddedChannel slow = new EmbeddedChannel(
                new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                        ((ByteBuf) message).release();
                        held.add(promise);
                    }
                },
                new Frames(wrongLengths::incrementAndGet));

        slow.writeInbound(Unpooled.wrappedBuffer(lengthOnly(3)));
        slow.writeInbound(Unpooled.wrappedBuffer(pdu(20)));
        slow.writeInbound(Unpooled.wrappedBuffer(lengthOnly(3)));

        assertThat(slow.isOpen()).isTrue();
        assertThat(slow.inboundMessages()).isEmpty();
        assertThat(wrongLengths).hasValue(1);
        assertThat(held).hasSize(1);
        held.getFirst().setSuccess();
        assertThat(slow.isOpen()).isFalse();
        slow.finishAndReleaseAll();
    }

    @Test
    void oneOctetAtATimeIsTheSameAsAllAtOnce() {
        byte[] first = pdu(16);
        byte[] second = pdu(40);
        List<byte[]> read = new ArrayList<>();
        for (byte octet : join(first, second)) {
            read.addAll(frames(new byte[] {octet}));
        }

        assertThat(read).containsExactly(first, second);
    }

    @Test
    void whereverTheNetworkCutsItIsTheSame() {
        byte[] first = pdu(16);
        byte[] second = pdu(33);
        byte[] third = pdu(17);
        byte[] all = join(first, second, third);
        for (int at = 0; at <= all.length; at++) {
            List<byte[]> read = new ArrayList<>(frames(Arrays.copyOf(all, at)));
            read.addAll(frames(Arrays.copyOfRange(all, at, all.length)));
            assertThat(read).as("cut at %d", at).containsExactly(first, second, third);
        }
    }

    @Test
    void thousandsOfPdusInOneBufferAreReadInOrder() {
        List<byte[]> written = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            written.add(pdu(random.nextInt(16, 60)));
        }

        assertThat(frames(join(written.toArray(byte[][]::new)))).containsExactlyElementsOf(written);
    }

    @Test
    void aConnectionThatEndsWithinAPduGivesNone() {
        assertThat(frames(Arrays.copyOf(pdu(100), 99))).isEmpty();

        var _ = channel.close();
        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(wrongLengths).hasValue(0);
    }

    @Test
    void everyBufferIsGivenBack() {
        List<ByteBuf> given = new ArrayList<>();
        byte[] all = join(pdu(16), pdu(50), lengthOnly(0), pdu(20));
        for (int at = 0; at < all.length; at += 7) {
            ByteBuf buffer =
                    Unpooled.directBuffer().writeBytes(Arrays.copyOfRange(all, at, Math.min(all.length, at + 7)));
            given.add(buffer);
            if (channel.isOpen()) {
                channel.writeInbound(buffer);
            } else {
                buffer.release();
            }
        }

        channel.finishAndReleaseAll();
        assertThat(given).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
    }

    private void assertEnded() {
        assertThat(wrongLengths).hasValue(1);
        ByteBuf said = channel.readOutbound();
        assertThat(ByteBufUtil.hexDump(said)).isEqualTo(NACK);
        said.release();
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    /** What is read once this has come. */
    private List<byte[]> frames(byte[] octets) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(octets));
        }
        List<byte[]> read = new ArrayList<>();
        for (byte[] frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            read.add(frame);
        }
        return read;
    }

    private static byte[] pdu(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (i * 31 + length);
        }
        ByteBuffer.wrap(octets).putInt(length);
        return octets;
    }

    private static byte[] lengthOnly(long length) {
        return ByteBuffer.allocate(4).putInt((int) length).array();
    }

    private static byte[] join(byte[]... all) {
        return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(all.length, all));
    }
}
