/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;

/** Decides about binds and answers them. */
final class Binding {

    private static final MobileMessage EARLY = MobileMessage.of("+46701234567", "50500", "Early");

    private final Office office;
    private final SmscSession session;
    private final Link link;

    Binding(Office office, SmscSession session, Link link) {
        this.office = office;
        this.session = session;
        this.link = link;
    }

    /** Answers, and tells whether the session is bound from now on. */
    boolean bind(ReceivedPdu pdu) throws IOException {
        BindRequest request = BindRequest.of(pdu);
        int status = status(request);
        if (status == CommandStatus.ROK) {
            session.bind(request);
            sendEarly();
        }
        SmscSettings settings = office.settings;
        link.write(Pdus.bindAnswer(request, status, pdu.sequence(), settings.systemId(), settings.highestVersion()));
        if (status != CommandStatus.ROK) {
            office.counters.bindsRefused.increment();
            settings.listener().refused(request, status);
        }
        return status == CommandStatus.ROK;
    }

    private void sendEarly() throws IOException {
        Provocation provocation = office.behaviour.early.getAndSet(null);
        if (provocation != null) {
            link.write(provocation.begin(session));
        } else if (office.behaviour.faults.wrong() == WrongPdu.DELIVER_BEFORE_BIND_RESP) {
            link.write(WrongPdu.DELIVER_BEFORE_BIND_RESP.octets(EARLY.pdus(0).getFirst(), session.nextSequence()));
        }
    }

    private int status(BindRequest request) {
        SmscSettings settings = office.settings;
        if (session.wasBound()) {
            return CommandStatus.RALYBND;
        }
        if (!request.systemId().equals(settings.systemId())) {
            return CommandStatus.RINVSYSID;
        }
        if (!request.password().equals(settings.password())) {
            return CommandStatus.RINVPASWD;
        }
        boolean isKnownVersion = request.interfaceVersion() < SmscSettings.VERSION_3_4
                || settings.interfaceVersions().contains(request.interfaceVersion());
        if (request.command() == Command.BIND_TRANSMITTER || !request.isWhole() || !isKnownVersion) {
            return CommandStatus.RBINDFAIL;
        }
        return office.behaviour.bindStatus;
    }
}
