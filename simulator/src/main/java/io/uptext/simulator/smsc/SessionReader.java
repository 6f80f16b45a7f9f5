/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads what an ESME says, and answers. */
final class SessionReader {

    private static final Duration TIME_TO_BIND = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Office office;
    private final SmscSession session;
    private final Link link;
    private final Binding binding;

    SessionReader(Office office, SmscSession session, Link link) {
        this.office = office;
        this.session = session;
        this.link = link;
        this.binding = new Binding(office, session, link);
    }

    void run() throws IOException {
        try {
            link.patience(TIME_TO_BIND);
            List<ReceivedPdu> pdus = link.read();
            while (!pdus.isEmpty()) {
                handleAtPace(pdus);
                pdus = link.read();
            }
        } catch (PduReader.WrongLength e) {
            link.write(Pdus.header(Command.GENERIC_NACK, CommandStatus.RINVCMDLEN, 0));
        } finally {
            session.end();
        }
    }

    private void handleAtPace(List<ReceivedPdu> pdus) throws IOException {
        if (office.behaviour.faults.slowness().isZero()) {
            handle(pdus);
            return;
        }
        for (ReceivedPdu pdu : pdus) {
            LockSupport.parkNanos(office.behaviour.faults.slowness().toNanos());
            handle(List.of(pdu));
        }
    }

    private void handle(List<ReceivedPdu> pdus) throws IOException {
        if (!settle(pdus)) {
            session.cut();
            return;
        }
        for (ReceivedPdu pdu : pdus) {
            if (!Command.isAnswer(pdu.command())) {
                request(pdu);
            } else if (pdu.command() == Command.answerTo(Command.ENQUIRE_LINK)) {
                session.answered(pdu.sequence());
            } else {
                answer(pdu);
            }
        }
    }

    /** Takes in what answers messages; false if one of these answers is to be lost with everything behind it. */
    private boolean settle(List<ReceivedPdu> pdus) {
        List<Lane.Answered> answered = new ArrayList<>(pdus.size());
        boolean isCut = false;
        office.outbox.lock.lock();
        try {
            for (ReceivedPdu pdu : pdus) {
                Delivery.Loss loss = isMessageAnswer(pdu) ? session.lane().loss(pdu) : Delivery.Loss.NONE;
                isCut |= loss == Delivery.Loss.WITH_THE_LINK;
                if (!isCut && loss == Delivery.Loss.NONE) {
                    arrive(pdu, answered);
                }
            }
            office.outbox.dispatch();
        } finally {
            office.outbox.lock.unlock();
        }
        answered.forEach(this::settle);
        return !isCut;
    }

    private void arrive(ReceivedPdu pdu, List<Lane.Answered> answered) {
        if (pdu.command() != Command.answerTo(Command.ENQUIRE_LINK)) {
            session.remember(pdu);
        }
        Lane.Answered answer = isMessageAnswer(pdu) ? session.lane().answered(pdu) : null;
        if (answer != null) {
            answered.add(answer);
        }
    }

    private void settle(Lane.Answered answered) {
        office.counters.answered(answered.status(), answered.nanos());
        if (CommandStatus.isTransient(answered.status())) {
            office.redeliverLater(answered.delivery());
        } else {
            answered.delivery().outcome.answered(answered.delivery(), answered.status(), answered.nanos());
        }
    }

    private static boolean isMessageAnswer(ReceivedPdu pdu) {
        return pdu.command() == Command.answerTo(Command.DELIVER_SM)
                || pdu.command() == Command.answerTo(Command.DATA_SM)
                || pdu.command() == Command.GENERIC_NACK;
    }

    private void answer(ReceivedPdu pdu) {
        Provocation provocation = office.behaviour.provocation.get();
        if (provocation != null) {
            provocation.received(session, pdu);
        }
        if (pdu.command() == Command.answerTo(Command.UNBIND)) {
            session.answered(pdu.sequence());
            link.close();
        }
    }

    private void request(ReceivedPdu pdu) throws IOException {
        switch (pdu.command()) {
            case Command.BIND_RECEIVER, Command.BIND_TRANSMITTER, Command.BIND_TRANSCEIVER -> {
                if (binding.bind(pdu)) {
                    link.patience(Duration.ZERO);
                    var _ = Thread.ofVirtual().name("smsc-write").start(new SessionWriter(office, session, link));
                    office.join(session);
                }
            }
            case Command.ENQUIRE_LINK -> answer(pdu, CommandStatus.ROK);
            case Command.UNBIND -> unbind(pdu);
            default -> link.write(Pdus.header(Command.GENERIC_NACK, CommandStatus.RINVCMDID, pdu.sequence()));
        }
    }

    private void answer(ReceivedPdu pdu, int status) throws IOException {
        link.write(Pdus.header(Command.answerTo(pdu.command()), status, pdu.sequence()));
    }

    private void unbind(ReceivedPdu pdu) throws IOException {
        link.patience(LAST_WORDS);
        if (!session.wasBound()) {
            answer(pdu, CommandStatus.ROK);
            link.endOutput();
            return;
        }
        session.lane().say(Pdus.header(Command.answerTo(Command.UNBIND), CommandStatus.ROK, pdu.sequence()));
        office.left(session);
        office.outbox.leave(session.lane());
    }
}
