/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.channel.ChannelHandlerContext;
import io.uptext.inbound.smpp.BindRequest;
import io.uptext.inbound.smpp.Command;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.Header;
import io.uptext.inbound.smpp.Pdus;
import java.time.Duration;

/** What a session says and does on its connection. Once that is closed, nothing is said, and no timer goes off. */
final class Connection {

    private final ChannelHandlerContext context;
    private final Outbox outbox;
    private final Flow flow;
    private final Window window;
    private boolean closed;

    Connection(ChannelHandlerContext context, SmppSettings settings, SmppDeliveries deliveries, BindMetrics metrics) {
        this.context = context;
        this.outbox = new Outbox(context);
        this.flow = new Flow(context, outbox, settings, deliveries, metrics);
        this.window = new Window(settings.window(), flow);
    }

    Window window() {
        return window;
    }

    /** Answers a message that has come too late to be taken. */
    void refuse(Window.Arrived message) {
        if (!closed) {
            flow.refuse(message);
        }
    }

    void send(byte[] pdu) {
        if (!closed) {
            outbox.send(pdu);
        }
    }

    void nack(CommandStatus status, Header header) {
        send(Pdus.response(Command.GENERIC_NACK, status, header.sequence()));
    }

    void bind(BindRequest request) {
        send(Pdus.bind(request, outbox.next()));
    }

    /**
     * Sends a request without a body.
     *
     * @return its sequence number
     */
    int request(Command command) {
        int sequence = outbox.next();
        send(Pdus.request(command, sequence));
        return sequence;
    }

    void after(Duration time, Runnable then) {
        var _ = flow.after(time, () -> {
            if (!closed) {
                then.run();
            }
        });
    }

    /** The peer reads our answers again, or no longer. */
    void writabilityChanged() {
        flow.applyReading();
    }

    /** Closes it, after what is still to be sent. */
    void close() {
        if (!closed) {
            closed = true;
            outbox.flush();
            var _ = context.close();
        }
    }

    /** It is gone. */
    void gone() {
        closed = true;
        window.abandon();
    }
}
