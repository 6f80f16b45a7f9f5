/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.cli.kafka.Broker;
import io.uptext.cli.kafka.Trouble;
import io.uptext.cli.kafka.Visible;
import io.uptext.cli.simulate.Words;
import io.uptext.contracts.topic.DeadLetterHeader;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters back, some at a time, and notes on the dead-letter topic which of them Kafka has taken: a note comes later
 * than its letter and is therefore kept as long (docs/adr/0023).
 */
final class Sending implements AutoCloseable {

    private static final int AT_A_TIME = 100;

    /** What one replica takes is no matter of ours; it refuses by itself. */
    private static final int LARGEST_REQUEST = 32 * 1024 * 1024;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock;
    private final PrintWriter out;
    private final boolean isDryRun;
    private final List<Letter> waiting = new ArrayList<>();
    private long sent;
    private long passedOver;
    private long refused;
    private long failed;

    Sending(Map<String, Object> broker, Clock clock, PrintWriter out, boolean isDryRun) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", Broker.PATIENCE_MILLIS);
        settings.put("max.block.ms", Broker.PATIENCE_MILLIS);
        settings.put("max.request.size", LARGEST_REQUEST);
        settings.put("linger.ms", 0);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
        this.out = out;
        this.isDryRun = isDryRun;
    }

    /** One that was sent back before. */
    void passOver() {
        passedOver++;
    }

    /** One to be sent, if it can be; {@code partitions} is how many its topic has. */
    void take(Letter letter, int partitions) {
        Optional<String> obstacle = letter.obstacle(partitions);
        if (obstacle.isPresent()) {
            refused++;
            out.println(Visible.text(letter.place() + " cannot be sent back: " + obstacle.get()) + ".");
        } else if (isDryRun) {
            sent++;
            out.println(Visible.text(letter.place() + " would go to " + letter.originTopic() + " partition "
                    + letter.originPartition().orElseThrow() + " (" + letter.reason() + ")"));
        } else {
            waiting.add(letter);
            if (waiting.size() == AT_A_TIME) {
                flush();
            }
        }
    }

    /** Sends those that wait. */
    void flush() {
        List<Letter> acknowledged = new ArrayList<>();
        send(waiting, Letter::original, "was not sent", acknowledged);
        sent += acknowledged.size();
        failed += waiting.size() - acknowledged.size();
        List<Letter> noted = new ArrayList<>();
        send(acknowledged, this::note, "was sent, but that is not noted: it would be sent again", noted);
        failed += acknowledged.size() - noted.size();
        waiting.clear();
    }

    private ProducerRecord<byte[], byte[]> note(Letter letter) {
        ProducerRecord<byte[], byte[]> note =
                new ProducerRecord<>(letter.record().topic(), letter.record().partition(), null, null);
        Map.of(
                        DeadLetterHeader.REPLAYED,
                        Long.toString(letter.record().offset()),
                        DeadLetterHeader.TIME,
                        clock.instant().toString(),
                        DeadLetterHeader.SERVICE,
                        "uptext dlt replay")
                .forEach((name, value) ->
                        note.headers().add(new RecordHeader(name.headerName(), value.getBytes(UTF_8))));
        return note;
    }

    private void send(
            List<Letter> letters,
            Function<Letter, ProducerRecord<byte[], byte[]>> record,
            String failure,
            List<Letter> acknowledged) {
        Map<Letter, CompletableFuture<Void>> sending = new LinkedHashMap<>();
        letters.forEach(each -> sending.put(each, send(record.apply(each))));
        sending.forEach((letter, done) -> {
            Throwable trouble = done.handle((_, e) -> e).join();
            if (trouble == null) {
                acknowledged.add(letter);
            } else {
                out.println(Visible.text(letter.place()) + " " + failure + ". " + sentence(trouble));
            }
        });
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            var _ = producer.send(record, (_, e) -> {
                if (e == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(e);
                }
            });
        } catch (KafkaException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private static String sentence(Throwable trouble) {
        return trouble instanceof KafkaException kafka
                ? Trouble.sentence(kafka, "that address")
                : trouble.getClass().getSimpleName();
    }

    /** Whether it is worth going on. */
    boolean goesOn() {
        return failed == 0;
    }

    /** How many have been taken to be sent. */
    long taken() {
        return sent + waiting.size();
    }

    /** How many have been looked at. */
    long seen() {
        return taken() + passedOver + refused + failed;
    }

    /** Whether all that were to be sent are sent. */
    boolean isComplete() {
        return refused == 0 && failed == 0;
    }

    void summarise() {
        out.println(ListLetters.letters(sent)
                + (isDryRun ? " would be sent back." : " sent back.")
                + passedOverInWords()
                + (refused == 0 ? "" : " " + Words.count(refused) + " cannot be sent back.")
                + (failed == 0 ? "" : " It ended early, for Kafka did not take everything."));
    }

    private String passedOverInWords() {
        return passedOver == 0
                ? ""
                : passedOver == 1
                        ? " 1 was sent back before; --again sends it again."
                        : " " + Words.count(passedOver) + " were sent back before; --again sends them again.";
    }

    @Override
    public void close() {
        producer.close();
    }
}
