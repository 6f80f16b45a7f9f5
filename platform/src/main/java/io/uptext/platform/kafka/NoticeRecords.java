/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.NoticeBody;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.topic.PartyTopic;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.NoticeJson;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What relying parties are told, as records on their own topics: CloudEvents 1.0 in binary mode, as all that we write. Others
 * than we read them, so that the {@code subject} says too which challenge it is about.
 */
public final class NoticeRecords {

    private NoticeRecords() {}

    /**
     * Writes a notice for the topic of its relying party.
     *
     * @param source the service that writes
     */
    public static ProducerRecord<byte[], byte[]> write(OutcomeNotice notice, String source) {
        String challenge = notice.challengeId().value();
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", notice.id().value()),
                header("ce_source", "/uptext/" + source),
                header("ce_time", Json.format(notice.occurredAt())),
                header("ce_subject", challenge),
                header("content-type", "application/json"),
                header("ce_type", notice.type()));
        return new ProducerRecord<>(
                new PartyTopic(notice.relyingParty()).topicName(),
                null,
                challenge.getBytes(UTF_8),
                NoticeJson.data(notice),
                headers);
    }

    /**
     * Reads the notice of a record.
     *
     * @param party whose topic it is
     * @throws PoisonException if it is none
     */
    public static OutcomeNotice read(ConsumerRecord<byte[], byte[]> record, RelyingPartyId party)
            throws PoisonException {
        byte @Nullable [] value = record.value();
        if (value == null) {
            throw new PoisonException("no value");
        }
        OutcomeNotice notice;
        try {
            NoticeBody.@Nullable Data data = Json.MAPPER.readValue(value, NoticeBody.Data.class);
            if (data == null || isIncomplete(data)) {
                throw new PoisonException("the value is no notice");
            }
            notice = new OutcomeNotice(
                    new OutcomeId(text(record, "ce_id")),
                    data.status(),
                    data.challengeId(),
                    party,
                    data.reason(),
                    Json.parseInstant(text(record, "ce_time")));
        } catch (RuntimeException | StackOverflowError e) {
            // Without the cause, which may quote what strangers wrote.
            throw new PoisonException("the value is no notice");
        }
        if (!notice.type().equals(text(record, "ce_type"))) {
            throw new PoisonException("ce_type is not that of the value");
        }
        return notice;
    }

    /** A reader of JSON leaves gaps, whatever the record says that it has. */
    private static boolean isIncomplete(NoticeBody.Data data) {
        @Nullable Object challenge = data.challengeId();
        @Nullable Object status = data.status();
        return challenge == null || status == null;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) throws PoisonException {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new PoisonException("no " + name);
        }
        return new String(header.value(), UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
