/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import io.uptext.testkit.backend.Ports;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** <a href="https://github.com/fizzed/cloudhopper-smpp">Cloudhopper</a>'s, in the version that is kept on. */
final class ChSmppSmsc implements PeerSmsc {

    private static final int WINDOW = 64;

    private final int port;
    private final DefaultSmppServer server;
    private final LatestSession<SmppServerSession> bound = new LatestSession<>();

    private ChSmppSmsc(int port) {
        this.port = port;
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setDefaultWindowSize(WINDOW);
        server = new DefaultSmppServer(configuration, new Sessions());
    }

    static ChSmppSmsc start() {
        Quiet.libraries();
        ChSmppSmsc smsc = new ChSmppSmsc(Ports.free());
        try {
            smsc.server.start();
            return smsc;
        } catch (SmppChannelException e) {
            smsc.close();
            throw new IllegalStateException("ch-smpp cannot listen", e);
        }
    }

    @Override
    public String name() {
        return "ch-smpp";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void awaitBinds(int count, Duration patience) {
        bound.await(count, patience);
    }

    @Override
    public int deliver(PeerMessage message, Duration patience) {
        SmppServerSession session = bound.now();
        try {
            var response = session.sendRequestPdu(pdu(message), patience.toMillis(), true);
            if (!response.await(patience.toMillis()) || response.getResponse() == null) {
                throw new IllegalStateException("no response to " + message);
            }
            return response.getResponse().getCommandStatus();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("no response to " + message, e);
        }
    }

    private static DeliverSm pdu(PeerMessage message) throws SmppInvalidArgumentException {
        DeliverSm pdu = new DeliverSm();
        pdu.setSourceAddress(new Address((byte) message.fromTon(), (byte) message.fromNpi(), message.from()));
        pdu.setDestAddress(new Address((byte) message.toTon(), (byte) message.toNpi(), message.to()));
        pdu.setEsmClass((byte) message.esmClass());
        pdu.setProtocolId((byte) message.protocolId());
        pdu.setDataCoding((byte) message.dataCoding());
        pdu.setShortMessage(message.shortMessage());
        message.tlvs().forEach((tag, value) -> pdu.addOptionalParameter(new Tlv(tag.shortValue(), value)));
        return pdu;
    }

    @Override
    public void close() {
        server.destroy();
    }

    private final class Sessions implements SmppServerHandler {

        @Override
        @SuppressWarnings("rawtypes")
        public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind request)
                throws SmppProcessingException {
            if (configuration.getType() == SmppBindType.TRANSMITTER) {
                throw new SmppProcessingException(SmppConstants.STATUS_BINDFAIL);
            }
            configuration.getLoggingOptions().setLogPdu(false);
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
            session.serverReady(new Answers());
            bound.opened(session);
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            bound.ended(session);
        }
    }

    /** To enquire_link and unbind. */
    private static final class Answers extends DefaultSmppSessionHandler {

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
            return request.createResponse();
        }
    }
}
