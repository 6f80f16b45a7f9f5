/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.Ending;
import io.uptext.notifier.recent.RecentChallenge;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One browser that waits by a stream: the only thing of ours that there is for it. It lives on the event loop of its
 * connection, and writes bytes that are ready.
 */
class Stream extends ChannelInboundHandlerAdapter implements Watcher {

    /** Another request behind the first, by mistake. */
    private static final int MOST_SAID = 16 * 1024;

    private final Streams streams;
    private final RecentChallenge challenge;
    private final Admission.Guest guest;
    private final EventLoop loop;
    private final boolean isChunked;
    private @Nullable ChannelHandlerContext context;
    private @Nullable HowEnded ended;
    private boolean isGreeted;
    private int said;
    boolean isLate;
    /** Where it is in its wheel. */
    short slot = Wheel.NOWHERE;

    int place;

    /**
     * A stream that has not begun.
     *
     * @param loop of its connection
     * @param isChunked whether it is HTTP/1.1
     */
    Stream(Streams streams, RecentChallenge challenge, Admission.Guest guest, EventLoop loop, boolean isChunked) {
        this.streams = streams;
        this.challenge = challenge;
        this.guest = guest;
        this.loop = loop;
        this.isChunked = isChunked;
    }

    /**
     * Begins: has itself told of what happens from now on, and looks at where the challenge stands second, when it has the
     * connection. The other way round, an outcome between the two would be lost.
     *
     * @param takeOver gives it the connection, unless that is gone; run as a task of its own, when the request has been read
     */
    void open(BooleanSupplier takeOver, byte[] head) {
        streams.watchers().add(challenge.token(), this);
        loop.execute(() -> {
            if (takeOver.getAsBoolean()) {
                greet(head);
            } else {
                streams.watchers().remove(challenge.token(), this);
                guest.leave();
            }
        });
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
    }

    private void greet(byte[] head) {
        WatchEvent.State state = streams.watchers().state(challenge);
        isGreeted = true;
        streams.measures().came(challenge.relyingParty());
        streams.wheel(loop).add(this);
        String text = Frame.text(state, Frame.retry(streams.retry().millis()));
        ByteBuf first = Frame.once(isChunked ? Frame.chunked(text, state.endsStream()) : text);
        ByteBuf answer = here().alloc().directBuffer(head.length + first.readableBytes());
        answer.writeBytes(head).writeBytes(first);
        if (state.endsStream()) {
            var _ = last(HowEnded.TOLD, answer);
        } else {
            write(answer);
        }
    }

    @Override
    public void changed(long recordedAt) {
        loop.execute(() -> tellEnd(recordedAt));
    }

    private void tellEnd(long recordedAt) {
        @Nullable Ending ending = challenge.ending();
        if (isOpen() && ending != null) {
            ChannelFuture written =
                    last(HowEnded.TOLD, streams.frames().outcome(ending).bytes(isChunked));
            if (recordedAt > UNRECORDED) {
                var _ = written.addListener((ChannelFutureListener) each -> pushed(each, recordedAt));
            }
        }
    }

    private void pushed(ChannelFuture written, long recordedAt) {
        if (written.isSuccess()) {
            streams.measures().pushed(challenge.relyingParty(), streams.clock().millis() - recordedAt);
        }
    }

    @Override
    public void attempt(AttemptFlaw flaw) {
        loop.execute(() -> {
            if (isOpen()) {
                write(streams.frames().attempt(flaw).bytes(isChunked));
            }
        });
    }

    /** Its turn of the wheel. */
    void beat(long nowMillis) {
        if (challenge.isForgotten(nowMillis)) {
            var _ = last(HowEnded.FORGOTTEN, Frame.END.bytes(isChunked));
        } else {
            write(Frame.HEARTBEAT.bytes(isChunked));
        }
    }

    /** This instance stops; the browser comes again, at another one. */
    void drain() {
        if (isOpen()) {
            String hint = Frame.retry(streams.retry().millis()) + "\n";
            var _ = last(HowEnded.DRAINED, Frame.once(isChunked ? Frame.chunked(hint, true) : hint));
        }
    }

    private boolean isOpen() {
        return isGreeted && ended == null;
    }

    private void write(ByteBuf bytes) {
        ChannelHandlerContext here = here();
        var _ = here.writeAndFlush(bytes, here.voidPromise());
        look();
    }

    /**
     * Nothing comes after this. A browser that has the last chunk closes by itself; where many are told at the same moment,
     * those who are told first do not have the others wait until their connections are closed.
     */
    private ChannelFuture last(HowEnded how, ByteBuf bytes) {
        ended = how;
        Wheel wheel = streams.wheel(loop);
        wheel.remove(this);
        ChannelFuture written = here().writeAndFlush(bytes);
        if (isChunked) {
            wheel.closeSoon(this);
        } else {
            var _ = written.addListener(ChannelFutureListener.CLOSE);
        }
        look();
        return written;
    }

    /** Closes what has said its last word, once the kernel has all of it. */
    void leave() {
        if (pending() == 0) {
            close(here());
        } else {
            streams.wheel(loop).closeSoon(this);
        }
    }

    private void look() {
        long pending = pending();
        if (pending > streams.pace().mostPending()) {
            tooSlow();
        } else if (pending > 0 && !isLate) {
            isLate = true;
            streams.wheel(loop).expect(this);
        }
    }

    /** How many bytes wait for the browser outside the kernel. */
    long pending() {
        @Nullable ChannelOutboundBuffer buffer = here().channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** The browser does not take what it is sent. */
    void tooSlow() {
        ended = HowEnded.SLOW;
        streams.wheel(loop).remove(this);
        close(here());
    }

    /** Whoever listens has nothing to say. It is read all the same, for otherwise nobody would notice that the browser has gone. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        said += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (said > MOST_SAID) {
            close(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        streams.wheel(loop).remove(this);
        streams.watchers().remove(challenge.token(), this);
        guest.leave();
        ended = ended == null ? HowEnded.GONE : ended;
        if (isGreeted) {
            streams.measures().ended(challenge.relyingParty(), ended);
            streams.measures().left(challenge.relyingParty());
        }
    }

    /** Most of all that the connection was reset, which is nothing to log. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        close(context);
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private ChannelHandlerContext here() {
        ChannelHandlerContext here = context;
        if (here == null) {
            throw new IllegalStateException("The stream has no connection yet.");
        }
        return here;
    }
}
