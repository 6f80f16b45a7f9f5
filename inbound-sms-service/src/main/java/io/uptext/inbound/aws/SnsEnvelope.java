/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.SignedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What SNS wraps around a message (docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html). Its strings stay as
 * they were written: a time that is read and written again loses its last zeros, and the signature with them.
 *
 * @param kind what it is for
 * @param topic which topic it says it is from
 * @param json all of it
 */
record SnsEnvelope(SnsKind kind, Topic topic, JsonNode json) {

    /**
     * How old a message may be. SNS repeats a delivery for up to an hour, with the time of the first attempt
     * (docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html: 3,600 s in all); the rest is for clocks.
     */
    static final Duration OLDEST = Duration.ofHours(1).plus(SignedTime.TOLERANCE);

    private static final String KIND_HEADER = "x-amz-sns-message-type";

    /**
     * The envelope of a request; empty where a field is missing, where the header says something else than the body, and where
     * there is no envelope, which is how SNS delivers with "raw message delivery": unsigned.
     */
    static Optional<SnsEnvelope> of(RawRequest request) {
        Optional<JsonNode> json = JsonBody.parse(request.body());
        Optional<SnsKind> kind = json.flatMap(body -> JsonBody.string(body, "Type"))
                .filter(type -> request.header(KIND_HEADER).filter(type::equals).isPresent())
                .flatMap(SnsKind::of);
        Optional<Topic> topic =
                json.flatMap(body -> JsonBody.string(body, "TopicArn")).flatMap(Topic::of);
        return kind.isPresent() && topic.isPresent()
                ? Optional.of(new SnsEnvelope(kind.get(), topic.get(), json.orElseThrow()))
                        .filter(SnsEnvelope::isComplete)
                : Optional.empty();
    }

    private boolean isComplete() {
        return kind.signedFields().stream()
                        .allMatch(name -> kind.mayMiss(name) || field(name).isPresent())
                && signatureAlgorithm().isPresent()
                && signature().isPresent()
                && time().isPresent();
    }

    /** A string of the envelope. */
    Optional<String> field(String name) {
        return JsonBody.string(json, name);
    }

    /** What SNS has signed. */
    byte[] signedBytes() {
        return kind.signedFields().stream()
                .flatMap(name -> field(name).map(value -> name + "\n" + value + "\n").stream())
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    /** How, if it is a version that we know. Both are offered to a topic's owner, and neither lets anybody else sign. */
    Optional<String> signatureAlgorithm() {
        return field("SignatureVersion").flatMap(version -> switch (version) {
            case "1" -> Optional.of("SHA1withRSA");
            case "2" -> Optional.of("SHA256withRSA");
            default -> Optional.empty();
        });
    }

    /** The signature, if it is base64 in its only proper spelling: decoders pass over bits that stand for nothing. */
    Optional<byte[]> signature() {
        return field("Signature").flatMap(written -> {
            try {
                byte[] decoded = Base64.getDecoder().decode(written);
                return Base64.getEncoder().encodeToString(decoded).equals(written)
                        ? Optional.of(decoded)
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether its time can be that of a message which SNS delivers now. */
    boolean isRecent(Instant now) {
        return time().filter(signed ->
                        !signed.isBefore(now.minus(OLDEST)) && !signed.isAfter(now.plus(SignedTime.TOLERANCE)))
                .isPresent();
    }

    private Optional<Instant> time() {
        return field("Timestamp").flatMap(SignedTime::ofIso);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SnsEnvelope[" + kind + "]";
    }
}
