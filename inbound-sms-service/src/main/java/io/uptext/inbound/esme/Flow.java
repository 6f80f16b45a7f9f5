/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.uptext.inbound.smpp.Pdus;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Messages on one connection: taken, answered, and held back at the socket where there are too many. */
final class Flow implements Window.Work {

    private final ChannelHandlerContext context;
    private final Outbox outbox;
    private final SmppSettings settings;
    private final SmppDeliveries deliveries;
    private final BindMetrics metrics;
    private boolean wantsToRead = true;

    Flow(
            ChannelHandlerContext context,
            Outbox outbox,
            SmppSettings settings,
            SmppDeliveries deliveries,
            BindMetrics metrics) {
        this.context = context;
        this.outbox = outbox;
        this.settings = settings;
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    @Override
    public void take(Window.Arrived message, Consumer<Answer> then) {
        EventExecutor loop = context.executor();
        var _ = deliveries.take(message.delivery().message()).thenAccept(answer -> {
            if (loop.inEventLoop()) {
                then.accept(answer);
            } else {
                loop.execute(() -> then.accept(answer));
            }
        });
    }

    @Override
    public void answer(Window.Arrived message, Answer answer) {
        metrics.answered(answer, System.nanoTime() - message.at());
        outbox.send(Pdus.deliveryResponse(
                message.delivery().response(),
                answer.status(),
                message.delivery().header().sequence()));
    }

    @Override
    public void throttle(Window.Arrived message) {
        answer(message, new Answer(settings.throttledStatus(), Answer.Fate.THROTTLED));
    }

    /** Answers a message that has come too late to be taken. */
    void refuse(Window.Arrived message) {
        answer(message, new Answer(settings.unavailableStatus(), Answer.Fate.NOT_STORED));
    }

    @Override
    public void read(boolean on) {
        wantsToRead = on;
        applyReading();
    }

    /** A peer that does not read our answers is not read either: it would get more and more of them. */
    void applyReading() {
        context.channel().config().setAutoRead(wantsToRead && context.channel().isWritable());
    }

    @Override
    public Runnable after(Duration time, Runnable then) {
        Future<?> timer = context.executor().schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> timer.cancel(false);
    }
}
