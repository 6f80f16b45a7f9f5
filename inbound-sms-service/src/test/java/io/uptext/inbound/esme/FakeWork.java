/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.smpp.Command;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.Header;
import io.uptext.inbound.smpp.MessagePdu;
import io.uptext.inbound.smpp.Pdu;
import io.uptext.inbound.smpp.ShortMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a window has done, written down; a test says when messages are stored and when time is up. */
final class FakeWork implements Window.Work {

    private static final ShortMessage MESSAGE = MessagePdu.read(new MessagePdu().deliverSm());
    private static final Answer STORED = new Answer(CommandStatus.ROK, Answer.Fate.STORED);

    /** Numbers of messages, in the order in which it was done. */
    final List<Integer> taken = new ArrayList<>();

    final List<Integer> answered = new ArrayList<>();
    final List<Integer> throttled = new ArrayList<>();
    final Map<Integer, Consumer<Answer>> underWay = new LinkedHashMap<>();

    /** Whether messages are stored as soon as they are taken. */
    boolean atOnce;

    /** What was said of reading, each time. */
    final List<Boolean> reading = new ArrayList<>();

    int timers;
    private @Nullable Runnable timer;

    /** A message that says its number by its sequence number. */
    static Window.Arrived message(int number) {
        Header header = new Header(5, CommandStatus.ROK, number);
        return new Window.Arrived(new Pdu.Delivery(header, MESSAGE, Command.DELIVER_SM_RESP), 0);
    }

    private static int number(Window.Arrived message) {
        return message.delivery().header().sequence();
    }

    @Override
    public void take(Window.Arrived message, Consumer<Answer> then) {
        taken.add(number(message));
        if (atOnce) {
            then.accept(STORED);
        } else {
            underWay.put(number(message), then);
        }
    }

    @Override
    public void answer(Window.Arrived message, Answer answer) {
        answered.add(number(message));
    }

    @Override
    public void throttle(Window.Arrived message) {
        throttled.add(number(message));
    }

    @Override
    public void read(boolean on) {
        reading.add(on);
    }

    @Override
    public Runnable after(Duration time, Runnable then) {
        assertThat(time).isEqualTo(Window.PATIENCE);
        assertThat(timer).as("one timer at a time").isNull();
        timers++;
        timer = then;
        return () -> timer = null;
    }

    boolean isReading() {
        return reading.isEmpty() || reading.getLast();
    }

    boolean isTimed() {
        return timer != null;
    }

    void store(int number) {
        requireNonNull(underWay.remove(number), "not under way").accept(STORED);
    }

    /** {@link Window#PATIENCE} is over. */
    void timeIsUp() {
        Runnable then = requireNonNull(timer);
        timer = null;
        then.run();
    }
}
