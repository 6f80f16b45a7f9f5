/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sends messages as long as a session is bound, and flushes when there are no more. */
final class SessionWriter implements Runnable {

    private static final int MOST_AT_A_TIME = 256;
    private static final Duration BETWEEN_OCTETS = Duration.ofMillis(1);

    private final Office office;
    private final SmscSession session;
    private final Link link;

    SessionWriter(Office office, SmscSession session, Link link) {
        this.office = office;
        this.session = session;
        this.link = link;
    }

    @Override
    public void run() {
        int most = office.pacer.isLimited() ? 1 : MOST_AT_A_TIME;
        try {
            List<Lane.Numbered> batch = session.lane().take(most);
            while (!batch.isEmpty()) {
                write(batch);
                batch = session.lane().poll(most);
                if (batch.isEmpty()) {
                    link.flush();
                    batch = session.lane().take(most);
                }
            }
            sayLastWord();
        } catch (IOException e) {
            link.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Lane.Numbered> batch) throws IOException {
        for (Lane.Numbered numbered : batch) {
            Delivery delivery = numbered.delivery();
            WrongPdu wrong = numbered.wrong();
            if (wrong != null) {
                session.send(wrong, wrong.octets(delivery.octets, session.nextSequence()), BETWEEN_OCTETS);
            }
            link.writeSoon(delivery.octets, numbered.sequence());
            office.counters.delivered.increment();
            if (numbered.isAgain()) {
                office.counters.redelivered.increment();
            }
        }
        if (office.pacer.isLimited()) {
            link.flush();
            LockSupport.parkNanos(office.pacer.pause());
        }
    }

    private void sayLastWord() throws IOException {
        byte[] lastWord = session.lane().lastWord();
        if (lastWord != null) {
            link.write(lastWord);
        }
    }
}
