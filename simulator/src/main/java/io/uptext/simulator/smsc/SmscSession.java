/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection to an SMSC. */
public final class SmscSession {

    /** A question that is not a message. */
    private record Question(CompletableFuture<Duration> answer, long askedAt) {}

    private static final int MOST_REMEMBERED = 1000;

    private final Office office;
    private final Link link;
    private final Lane lane;
    private final Map<Integer, Question> questions = new ConcurrentHashMap<>();
    private final Deque<ReceivedPdu> received = new ArrayDeque<>();
    private volatile @Nullable BindRequest bind;
    private volatile boolean isOpen = true;

    SmscSession(Office office, Link link) {
        this.office = office;
        this.link = link;
        this.lane = new Lane(office.outbox, office.behaviour, office.settings.window());
    }

    /** How it is bound: {@link Command#BIND_RECEIVER} or {@link Command#BIND_TRANSCEIVER}. */
    public int boundAs() {
        return request().command();
    }

    /** What the ESME calls itself. */
    public String systemId() {
        return request().systemId();
    }

    /** What the ESME speaks: 0x34 or 0x50. */
    public int interfaceVersion() {
        return request().interfaceVersion();
    }

    /** Everything that the ESME said when it bound. */
    public BindRequest request() {
        BindRequest request = bind;
        if (request == null) {
            throw new IllegalStateException("nobody is bound here");
        }
        return request;
    }

    /** Whether the connection is there. */
    public boolean isOpen() {
        return isOpen;
    }

    /** A sequence number that this session has not used. */
    public int nextSequence() {
        return lane.nextSequence();
    }

    /** Sends octets as they are. On a connection that has ended they are lost. */
    public void send(byte[] octets) {
        try {
            link.write(octets);
        } catch (IOException e) {
            link.close();
        }
    }

    /** Sends octets as they are, one at a time, each followed by a pause. */
    public void sendSlowly(byte[] octets, Duration between) {
        try {
            link.writeSlowly(octets, between);
        } catch (IOException e) {
            link.close();
        }
    }

    void send(WrongPdu wrong, byte[] octets, Duration between) {
        if (wrong == WrongPdu.BYTE_BY_BYTE) {
            sendSlowly(octets, between);
        } else {
            send(octets);
        }
    }

    /** Ends the connection with a reset, and what is on the way is lost. */
    public void cut() {
        office.counters.cuts.increment();
        link.cut();
    }

    /** Ends the connection without a word. */
    public void close() {
        link.close();
    }

    /**
     * Sends no more messages but unbind, and ends the connection after its answer.
     *
     * @return how long the answer took; an {@link IOException} if the connection ends before
     */
    public CompletableFuture<Duration> unbind() {
        int sequence = nextSequence();
        CompletableFuture<Duration> answer = ask(sequence);
        lane.say(Pdus.header(Command.UNBIND, CommandStatus.ROK, sequence));
        office.left(this);
        office.outbox.leave(lane);
        return answer;
    }

    /**
     * Asks whether anybody is there.
     *
     * @return how long the answer took; an {@link IOException} if the connection ends before
     */
    public CompletableFuture<Duration> enquireLink() {
        int sequence = nextSequence();
        CompletableFuture<Duration> answer = ask(sequence);
        send(Pdus.header(Command.ENQUIRE_LINK, CommandStatus.ROK, sequence));
        return answer;
    }

    void enquireOrEnd() {
        var _ = enquireLink()
                .orTimeout(office.settings.responseTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(_ -> {
                    close();
                    return Duration.ZERO;
                });
    }

    private CompletableFuture<Duration> ask(int sequence) {
        CompletableFuture<Duration> answer = new CompletableFuture<>();
        questions.put(sequence, new Question(answer, System.nanoTime()));
        if (!isOpen) {
            answer.completeExceptionally(ended());
        }
        return answer;
    }

    private static IOException ended() {
        return new IOException("the connection has ended");
    }

    /** The last 1,000 PDUs that came, without enquire_link_resp. */
    public List<ReceivedPdu> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    void remember(ReceivedPdu pdu) {
        synchronized (received) {
            if (received.size() == MOST_REMEMBERED) {
                received.removeFirst();
            }
            received.addLast(pdu);
        }
    }

    Lane lane() {
        return lane;
    }

    boolean wasBound() {
        return bind != null;
    }

    void bind(BindRequest request) {
        bind = request;
    }

    void answered(int sequence) {
        Question question = questions.remove(sequence);
        if (question != null) {
            question.answer.complete(Duration.ofNanos(System.nanoTime() - question.askedAt));
        }
    }

    void end() {
        isOpen = false;
        questions.values().forEach(question -> question.answer.completeExceptionally(ended()));
        questions.clear();
        office.ended(this);
    }
}
