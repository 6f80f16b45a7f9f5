/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.uptext.inbound.smpp.BindRequest;
import io.uptext.inbound.smpp.Command;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.Header;
import io.uptext.inbound.smpp.MalformedPduException;
import io.uptext.inbound.smpp.Pdu;
import io.uptext.inbound.smpp.Pdus;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an SMSC, from the bind to its end (SMPP 3.4, 2.2). It lives on the event loop of its channel, where
 * everything is called, too.
 */
final class Session extends ChannelInboundHandlerAdapter {

    private final SmppSettings settings;
    private final BindRequest request;
    private final SmppDeliveries deliveries;
    private final BindMetrics metrics;
    private final Owner owner;
    private final LinkCheck link;

    private @Nullable Connection connection;
    private Phase phase = Phase.BINDING;
    private @Nullable Ending ending;

    private enum Phase {
        BINDING,
        BOUND,
        UNBINDING,
        ENDED
    }

    /** Who has made it. */
    interface Owner {

        /** It is bound. */
        void bound(Pdu.BindResponse response);

        /** It is over; called once. */
        void ended(Ending ending);
    }

    Session(SmppSettings settings, BindRequest request, SmppDeliveries deliveries, BindMetrics metrics, Owner owner) {
        this.settings = settings;
        this.request = request;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.owner = owner;
        this.link = new LinkCheck(settings.enquireLink(), System::nanoTime);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        connection = new Connection(ctx, settings, deliveries, metrics);
    }

    /** Asks for the bind. The connection stands, and is encrypted if it is to be. */
    void begin() {
        connection().bind(request);
        connection().after(settings.responseTimeout(), () -> {
            if (phase == Phase.BINDING) {
                end(new Ending.Unreachable("the SMSC does not answer the bind"));
            }
        });
    }

    /** A length has come that no PDU has, upon which the connection ends. */
    void wrongLength() {
        metrics.malformed(CommandStatus.RINVCMDLEN);
        endsFor(new Ending.Lost("the SMSC sent a length that no PDU has"));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        byte[] pdu = (byte[]) message;
        link.heard();
        try {
            read(Pdu.read(pdu));
        } catch (MalformedPduException e) {
            metrics.malformed(e.status());
            connection().nack(e.status(), Pdu.header(pdu));
        }
    }

    private void read(Pdu pdu) {
        switch (pdu) {
            case Pdu.BindResponse response -> bindAnswered(response);
            case Pdu.Delivery delivery -> deliver(new Window.Arrived(delivery, System.nanoTime()));
            case Pdu.Plain(Header header, Command command) -> read(command, header);
            case Pdu.Unknown(Header header) -> {
                metrics.malformed(CommandStatus.RINVCMDID);
                // A response that nobody asked for is not answered, or two peers could go on for ever.
                if (header.commandId() >= 0) {
                    connection().nack(CommandStatus.RINVCMDID, header);
                }
            }
        }
    }

    private void bindAnswered(Pdu.BindResponse response) {
        if (phase != Phase.BINDING) {
            return;
        }
        if (response.header().status().isOk()) {
            phase = Phase.BOUND;
            // Not before: a bind that is not answered has its own time, and a peer may refuse all else until then.
            checkLink();
            owner.bound(response);
        } else {
            end(new Ending.Refused(response.header().status()));
        }
    }

    private void deliver(Window.Arrived message) {
        switch (phase) {
            case BINDING -> {
                metrics.malformed(CommandStatus.RINVBNDSTS);
                connection().nack(CommandStatus.RINVBNDSTS, message.delivery().header());
            }
            case BOUND -> connection().window().offer(message);
            case UNBINDING, ENDED -> connection().refuse(message);
        }
    }

    private void read(Command command, Header header) {
        switch (command) {
            case ENQUIRE_LINK -> answer(Command.ENQUIRE_LINK_RESP, header);
            case ENQUIRE_LINK_RESP -> link.answered(header.sequence()).ifPresent(metrics::enquired);
            case UNBIND -> {
                endsFor(new Ending.Unbound());
                finish(() -> {
                    answer(Command.UNBIND_RESP, header);
                    end(new Ending.Unbound());
                });
            }
            case UNBIND_RESP -> {
                if (phase == Phase.UNBINDING) {
                    end(new Ending.Unbound());
                }
            }
            case GENERIC_NACK -> {
                metrics.nacked(header.status());
                if (phase == Phase.BINDING) {
                    end(new Ending.Refused(header.status()));
                }
            }
            // Nothing is to be done about an alert, and the others are read elsewhere.
            case ALERT_NOTIFICATION,
                    BIND_RECEIVER,
                    BIND_RECEIVER_RESP,
                    BIND_TRANSCEIVER,
                    BIND_TRANSCEIVER_RESP,
                    DELIVER_SM,
                    DELIVER_SM_RESP,
                    DATA_SM,
                    DATA_SM_RESP -> {}
        }
    }

    /** Ends the bind politely: answers what is under way, unbinds, and closes. */
    void unbind() {
        switch (phase) {
            case BINDING -> end(new Ending.Unbound());
            case BOUND ->
                finish(() -> {
                    connection().request(Command.UNBIND);
                    connection().after(settings.responseTimeout(), () -> end(new Ending.Unbound()));
                });
            // The SMSC was first: it hears of what is under way and has its answer, and then we close.
            case UNBINDING, ENDED -> {}
        }
    }

    /** Takes nothing more, and goes on once everything is answered; what never ends does not keep it for ever. */
    private void finish(Runnable then) {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.UNBINDING;
        connection().window().whenIdle(then);
        connection()
                .after(settings.responseTimeout(), () -> connection().window().giveUpWaiting());
    }

    private void checkLink() {
        connection().after(settings.enquireLink(), () -> {
            switch (link.step()) {
                case WAIT -> {}
                case ASK -> link.ask(connection().request(Command.ENQUIRE_LINK));
                case GIVE_UP -> end(new Ending.Lost("the SMSC has been silent too long"));
            }
            checkLink();
        });
    }

    private void answer(Command command, Header header) {
        connection().send(Pdus.response(command, CommandStatus.ROK, header.sequence()));
    }

    private void endsFor(Ending why) {
        ending = ending == null ? why : ending;
    }

    private void end(Ending why) {
        if (phase != Phase.ENDED) {
            endsFor(why);
            phase = Phase.ENDED;
            connection().close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        connection().writabilityChanged();
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        phase = Phase.ENDED;
        connection().gone();
        owner.ended(ending == null ? new Ending.Lost("the connection was closed") : ending);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(new Ending.Lost("the connection failed (" + cause.getClass().getSimpleName() + ")"));
    }

    /** How many messages are under way. */
    int underWay() {
        return connection == null ? 0 : connection.window().underWay();
    }

    private Connection connection() {
        return requireNonNull(connection);
    }
}
