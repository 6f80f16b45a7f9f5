/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * AWS End User Messaging through Amazon SNS, with a key of its own in place of Amazon's
 * (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
 */
public final class AwsProvider implements SimulatedProvider {

    private static final String KIND = "x-amz-sns-message-type";
    private static final String STRANGER = "stranger";
    private static final String TOPIC = "arn:aws:sns:eu-north-1:123456789012:uptext-demo";
    private static final List<String> SIGNED = List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public String title() {
        return "AWS End User Messaging (SNS)";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public boolean wantsSecret(Proof proof) {
        return false;
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "keys", "the folder of its key and certificate.pem; target/simulator-sns unless it is set",
                "signature-version", "2 (default) or 1",
                "topic", TOPIC + " unless it is set");
    }

    /** The signature itself is in the body; without this header it says nothing about what it signs. */
    @Override
    public List<String> signatureHeaders() {
        return List.of(KIND);
    }

    /** There is no secret; another one stands for another key. */
    @Override
    public String otherSecret(String secret) {
        return STRANGER;
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String topic = account.option("topic", TOPIC);
        String version = account.option("signature-version", "2");
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("Type", "Notification");
        envelope.put(
                "MessageId", UUID.nameUUIDFromBytes(sms.id().getBytes(UTF_8)).toString());
        envelope.put("TopicArn", topic);
        envelope.put("Message", message(sms));
        envelope.put("Timestamp", TIMESTAMP.format(now));
        envelope.put("SignatureVersion", version);
        envelope.put("Signature", signature(envelope, version, account));
        envelope.put("SigningCertURL", hostOf(topic) + "SimpleNotificationService-" + "0".repeat(32) + ".pem");
        envelope.put("UnsubscribeURL", hostOf(topic) + "?Action=Unsubscribe&SubscriptionArn=" + topic + ":0");
        return SimulatedRequest.post(account.url(), "text/plain; charset=UTF-8", Jsons.write(envelope))
                .with(KIND, "Notification")
                .with("x-amz-sns-topic-arn", topic);
    }

    private static String message(SimulatedSms sms) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("originationNumber", sms.from());
        message.put("destinationNumber", sms.to());
        message.put("messageKeyword", "KEYWORD_" + sms.to());
        message.put("messageBody", sms.text());
        message.put("inboundMessageId", sms.id());
        return Jsons.write(message);
    }

    private static String signature(Map<String, String> envelope, String version, Account account) {
        StringBuilder signed = new StringBuilder();
        SIGNED.forEach(name ->
                signed.append(name).append('\n').append(envelope.get(name)).append('\n'));
        try {
            Signature signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            Path keys = Path.of(account.option("keys", "target/simulator-sns"));
            // Made first in any case: a door without its certificate cannot tell who is a stranger.
            PrivateKey own = SnsKeys.of(keys, "sns");
            signature.initSign(account.secret().equals(STRANGER) ? SnsKeys.of(keys, STRANGER) : own);
            signature.update(signed.toString().getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }

    private static String hostOf(String topic) {
        String[] parts = topic.split(":", -1);
        return "https://sns." + parts[3] + ".amazonaws.com" + (parts[1].equals("aws-cn") ? ".cn" : "") + "/";
    }
}
