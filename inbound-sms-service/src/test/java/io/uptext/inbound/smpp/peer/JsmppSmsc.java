/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** <a href="https://jsmpp.org">jsmpp</a>'s. */
final class JsmppSmsc implements PeerSmsc {

    private static final int BIND_LIMIT = 10_000;
    private static final int CANNOT_BIND = 0x0d;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final LatestSession<SMPPServerSession> bound = new LatestSession<>();

    private JsmppSmsc(ServerSocket socket) throws IOException {
        this.socket = socket;
        listener = new SMPPServerSessionListener(socket.getLocalPort(), new Given(socket));
    }

    static JsmppSmsc start() {
        Quiet.libraries();
        try {
            JsmppSmsc smsc = new JsmppSmsc(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(smsc::accept);
            return smsc;
        } catch (IOException e) {
            throw new UncheckedIOException("jsmpp cannot listen", e);
        }
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                SMPPServerSession session = listener.accept();
                sessions.add(session);
                Thread.ofVirtual().start(() -> serve(session));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serve(SMPPServerSession session) {
        try {
            session.addSessionStateListener((state, before, source) -> {
                if (state == SessionState.UNBOUND || state == SessionState.CLOSED) {
                    bound.ended(session);
                    sessions.remove(session);
                }
            });
            BindRequest request = session.waitForBind(BIND_LIMIT);
            if (request.getBindType() == BindType.BIND_TX) {
                request.reject(CANNOT_BIND);
            } else {
                request.accept("jsmpp", InterfaceVersion.IF_34);
                bound.opened(session);
            }
        } catch (Exception e) {
            session.close();
        }
    }

    @Override
    public String name() {
        return "jsmpp";
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void awaitBinds(int count, Duration patience) {
        bound.await(count, patience);
    }

    @Override
    public int deliver(PeerMessage message, Duration patience) {
        SMPPServerSession session = bound.now();
        session.setTransactionTimer(patience.toMillis());
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.valueOf((byte) message.fromTon()),
                    NumberingPlanIndicator.valueOf((byte) message.fromNpi()),
                    message.from(),
                    TypeOfNumber.valueOf((byte) message.toTon()),
                    NumberingPlanIndicator.valueOf((byte) message.toNpi()),
                    message.to(),
                    new ESMClass(message.esmClass()),
                    (byte) message.protocolId(),
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) message.dataCoding()),
                    message.shortMessage(),
                    tlvs(message));
            return 0;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (GenericNackResponseException e) {
            return e.getCommandStatus();
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new IllegalStateException("no response to " + message, e);
        }
    }

    private static OptionalParameter[] tlvs(PeerMessage message) {
        return message.tlvs().entrySet().stream()
                .map(tlv -> new OptionalParameter.OctetString(tlv.getKey().shortValue(), tlv.getValue()))
                .toArray(OptionalParameter[]::new);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sessions.forEach(SMPPServerSession::close);
        }
    }

    /** The socket that listens already, on loopback only, which jsmpp has no parameter for. */
    private record Given(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}
