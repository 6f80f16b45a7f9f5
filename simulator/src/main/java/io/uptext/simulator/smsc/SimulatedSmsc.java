/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import io.uptext.simulator.traffic.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A scriptable SMSC (SMPP 3.4 and 5.0) on a port: accepts binds of receivers and transceivers, delivers texts to them, and
 * makes mistakes when it is told to.
 */
public final class SimulatedSmsc implements AutoCloseable {

    private static final int REFERENCE = 0xFFFF;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Office office;
    private final ServerSocket server;
    private final AtomicInteger references = new AtomicInteger();

    private SimulatedSmsc(Office office, ServerSocket server) {
        this.office = office;
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @throws UncheckedIOException if the port is taken, or the address is none of this machine
     */
    public static SimulatedSmsc start(SmscSettings settings) {
        ServerSocket server;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + settings.port(), e);
        }
        SimulatedSmsc smsc = new SimulatedSmsc(new Office(settings), server);
        var _ = Thread.ofVirtual().name("smsc-accept").start(smsc::accept);
        return smsc;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                var _ = Thread.ofVirtual().name("smsc-read").start(() -> office.serve(socket));
            } catch (IOException e) {
                // Closed, or somebody went away at once.
            }
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many sessions are bound just now. */
    public int binds() {
        return office.outbox.lanes();
    }

    /** Waits until so many sessions are bound; false if they were not in time. */
    public boolean awaitBinds(int count, Duration patience) throws InterruptedException {
        return office.outbox.awaitLanes(count, patience.toNanos());
    }

    /**
     * Queues a message for any bound session, one session after the other. A PDU whose session ends, or whose answer is
     * lost, late or transient, is delivered again over the next one with the same octets but for the sequence number, until
     * it is answered otherwise or this is closed.
     *
     * @return what came of it, once all parts are answered; cancelled if this is closed before
     * @throws IllegalArgumentException if it cannot be written, see {@link MobileMessage#pdus}
     */
    public CompletableFuture<Delivered> deliver(MobileMessage message) {
        PendingMessage pending = new PendingMessage(message.pdus(nextReference()), System.nanoTime());
        office.outbox.add(pending.deliveries());
        return pending.future();
    }

    int nextReference() {
        return references.getAndIncrement() & REFERENCE;
    }

    /**
     * A session that is bound just now.
     *
     * @param index from 0, in the order of binding
     * @throws NoSuchElementException if there are not so many
     */
    public SmscSession session(int index) {
        List<SmscSession> bound = office.sessions();
        if (index < 0 || index >= bound.size()) {
            throw new NoSuchElementException("only " + bound.size() + " sessions are bound");
        }
        return bound.get(index);
    }

    /** All sessions that are bound just now. */
    public List<SmscSession> sessions() {
        return office.sessions();
    }

    /** What goes wrong from now on. The time between flaps stays as it was at the start. */
    public void faults(Faults faults) {
        office.behaviour.faults = faults;
    }

    /** What right binds are answered with from now on; see {@link CommandStatus}. */
    public void answerBindsWith(int status) {
        office.behaviour.bindStatus = status;
    }

    /**
     * Sends something wrong and tells what the receiver does about it. It goes over the first session that is bound, or
     * with {@link WrongPdu#DELIVER_BEFORE_BIND_RESP} to the next one that binds. One at a time.
     *
     * @param message what it is made of; its first part
     * @throws IllegalStateException if nobody is bound and somebody must be
     */
    public CompletableFuture<Reaction> provoke(WrongPdu wrong, MobileMessage message) {
        return office.provoke(wrong, message.pdus(nextReference()).getFirst());
    }

    /** A load over all bound sessions, to be run once. Its concurrency is how many PDUs are queued or unanswered. */
    public SmscLoad load(Supplier<MobileMessage> messages, Load load) {
        return new SmscLoad(office, () -> messages.get().pdus(nextReference()), load);
    }

    /** What it has done so far. */
    public SmscStatistics statistics() {
        return office.counters.statistics();
    }

    /** Unbinds all sessions, waits two seconds at most for their answers, and ends. */
    @Override
    public void close() {
        office.isClosed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the port cannot be closed", e);
        }
        List<CompletableFuture<Duration>> goodbyes = new ArrayList<>();
        office.sessions().forEach(session -> goodbyes.add(session.unbind()));
        CompletableFuture.allOf(goodbyes.stream()
                        .map(each -> each.exceptionally(_ -> Duration.ZERO))
                        .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        office.close();
    }
}
