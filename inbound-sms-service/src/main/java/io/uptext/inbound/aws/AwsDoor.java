/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Fetcher;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SigningDoor;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Two-way SMS of AWS End User Messaging: a topic of Amazon SNS, whose messages SNS signs with RSA
 * (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
 *
 * <p>The signature shows that SNS sent a message, not from which account. Anybody has topics, so only those of the connector's
 * option count; and whoever may publish to one of them can say to be any sender.
 */
public final class AwsDoor implements SigningDoor {

    private static final Set<String> MEDIA_TYPES = Set.of("text/plain", MediaTypes.JSON);

    private final SigningCertificates fetched;

    /**
     * Trusts certificates as this Java does in TLS.
     *
     * @param fetcher over TLS
     * @param issuers for certificates of issuers, which need none
     */
    public AwsDoor(Fetcher fetcher, Fetcher issuers) {
        this(fetcher, issuers, CertificateChain::platformAnchors);
    }

    AwsDoor(Fetcher fetcher, Fetcher issuers, Supplier<Set<TrustAnchor>> anchors) {
        this.fetched = new FetchedCertificates(fetcher, issuers, anchors);
    }

    @Override
    public Set<String> mediaTypes() {
        return MEDIA_TYPES;
    }

    /** An envelope escapes the characters of a text twice. */
    @Override
    public int largestBody() {
        return 2 * ONE_MESSAGE;
    }

    @Override
    public boolean wantsSecrets() {
        return false;
    }

    @Override
    public Set<String> options() {
        return Set.of(Topic.OPTION, CertificateFile.OPTION);
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return Topic.named(connector).stream().allMatch(arn -> Topic.of(arn).isPresent())
                ? connector.option(CertificateFile.OPTION).flatMap(CertificateFile::flawOf)
                : Optional.of(
                        "options." + Topic.OPTION + " are the ARNs of the topics whose messages count, with commas"
                                + " between: arn:aws:sns:eu-north-1:123456789012:name");
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<SnsEnvelope> envelope = SnsEnvelope.of(request);
        if (envelope.isEmpty()) {
            return new Authenticity.Forged("The body is no complete envelope of SNS of the kind that its header says."
                    + " Raw message delivery must be off.");
        }
        if (!Topic.named(connector).contains(envelope.get().topic().arn())) {
            return new Authenticity.Forged("The message is of a topic that options." + Topic.OPTION + " do not name.");
        }
        if (!envelope.get().isRecent(request.receivedAt())) {
            return new Authenticity.Forged("The timestamp is older than SNS would repeat, or in the future.");
        }
        return switch (certificates(connector).of(envelope.get(), request.receivedAt())) {
            case SigningCertificates.Found.Good(List<X509Certificate> certificates) ->
                certificates.stream().anyMatch(certificate -> isSigned(envelope.get(), certificate))
                        ? new Authenticity.Genuine()
                        : new Authenticity.Forged("The signature does not match the envelope.");
            case SigningCertificates.Found.Bad(String reason) -> new Authenticity.Forged(reason);
            case SigningCertificates.Found.Unknown(String reason) -> new Authenticity.Undecided(reason);
        };
    }

    private SigningCertificates certificates(Connector connector) {
        return connector
                .option(CertificateFile.OPTION)
                .<SigningCertificates>map(path -> new CertificateFile(Path.of(path)))
                .orElse(fetched);
    }

    private static boolean isSigned(SnsEnvelope envelope, X509Certificate certificate) {
        try {
            Signature signature =
                    Signature.getInstance(envelope.signatureAlgorithm().orElseThrow());
            signature.initVerify(certificate.getPublicKey());
            signature.update(envelope.signedBytes());
            return signature.verify(envelope.signature().orElseThrow());
        } catch (GeneralSecurityException e) {
            // A signature of another length than the key's, or a key that is not RSA: signed by somebody else.
            return false;
        }
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return SnsEnvelope.of(request)
                .map(AwsDoor::read)
                .orElseGet(() -> new Reading.Malformed("The body must be an envelope of SNS."));
    }

    private static Reading read(SnsEnvelope envelope) {
        return switch (envelope.kind()) {
            case NOTIFICATION -> notification(envelope);
            case SUBSCRIPTION ->
                envelope.field("SubscribeURL")
                        .flatMap(envelope.topic()::confirmation)
                        .<Reading>map(Reading.Subscription::new)
                        .orElseGet(() -> new Reading.Malformed(
                                "SubscribeURL must confirm the topic's subscription at SNS in its region."));
            case UNSUBSCRIPTION -> new Reading.Nothing("the end of a subscription");
        };
    }

    private static Reading notification(SnsEnvelope envelope) {
        Optional<JsonNode> json =
                envelope.field("Message").flatMap(JsonBody::parse).filter(inner -> inner.has("inboundMessageId"));
        if (json.isEmpty()) {
            return new Reading.Nothing("a notification that is no text");
        }
        Optional<String> id = JsonBody.filled(json.get(), "inboundMessageId");
        Optional<String> from = JsonBody.string(json.get(), "originationNumber");
        Optional<String> to = JsonBody.string(json.get(), "destinationNumber");
        Optional<String> text = JsonBody.string(json.get(), "messageBody");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Reading.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : new Reading.Malformed("The message must have an inboundMessageId, which is not empty,"
                        + " originationNumber, destinationNumber and messageBody.");
    }
}
