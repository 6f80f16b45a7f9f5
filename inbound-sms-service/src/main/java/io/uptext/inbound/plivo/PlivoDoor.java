/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.PublicUrls;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SigningDoor;
import io.uptext.inbound.plivo.PlivoSignature.Version;
import java.util.Optional;
import java.util.Set;

/**
 * Plivo's message URL: a form or a query, signed with an auth token
 * (docs.plivo.com/docs/messaging/concepts/signature-validation for V2, docs.plivo.com/docs/voice/xml/request/validation
 * for V3).
 */
public final class PlivoDoor implements SigningDoor {

    private static final String SMS = "sms";

    /** Which versions count: {@code any}, unless it is set, or {@code v3}, since V2 does not cover the message. */
    private static final String VERSION = "signature-version";

    private static final Set<String> VERSIONS = Set.of("any", "v3");

    @Override
    public Set<String> methods() {
        return Set.of("POST", "GET");
    }

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Set<String> options() {
        return Set.of(VERSION);
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return PublicUrls.flawOf(connector)
                .or(() -> connector
                        .option(VERSION)
                        .filter(version -> !VERSIONS.contains(version))
                        .map(_ -> "options." + VERSION + " is any or v3"));
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        if (Version.V2.isTwiceIn(request) || Version.V3.isTwiceIn(request)) {
            return new Authenticity.Forged("A header of the signature is there twice.");
        }
        if (!Version.V3.isIn(request) && !isV3Only(connector)) {
            return byV2(request, connector);
        }
        if (!isByV3(request, connector)) {
            return new Authenticity.Forged(
                    "There is no V3 signature with its nonce that matches the public URL and the parameters.");
        }
        return isV3Only(connector) ? new Authenticity.Genuine() : spendingTheNonceOfV2(request);
    }

    private static boolean isV3Only(Connector connector) {
        return connector.option(VERSION).filter("v3"::equals).isPresent();
    }

    private static boolean isByV3(RawRequest request, Connector connector) {
        Optional<byte[]> signed = SignedParameters.of(PublicUrls.of(connector).toString(), request);
        return signed.isPresent()
                && PlivoSignature.of(request, Version.V3)
                        .filter(signature -> signature.isOver(signed.get(), connector.secrets()))
                        .isPresent();
    }

    /** Whoever has seen a request with both could else take away what V3 signed, and send another text by V2. */
    private static Authenticity spendingTheNonceOfV2(RawRequest request) {
        return new Authenticity.Genuine(PlivoSignature.of(request, Version.V2)
                .map(PlivoSignature::nonce)
                .orElse(null));
    }

    private static Authenticity byV2(RawRequest request, Connector connector) {
        byte[] url = PublicUrls.of(connector).toString().getBytes(UTF_8);
        return PlivoSignature.of(request, Version.V2)
                .filter(signature -> signature.isOver(url, connector.secrets()))
                .<Authenticity>map(signature -> new Authenticity.Genuine(signature.nonce()))
                .orElseGet(() -> new Authenticity.Forged(
                        "There is no signature with its nonce, V3 or V2, that matches the public URL."));
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<Form> form = Form.of(request);
        if (form.flatMap(parameters -> parameters.filled("Type"))
                .filter(type -> !type.equals(SMS))
                .isPresent()) {
            return new Reading.Nothing("a message of another type than " + SMS);
        }
        return form.filter(parameters -> Boundaries.areSure(request, parameters))
                .flatMap(PlivoDoor::messageOf)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "There must be exactly one MessageUUID, which is not empty, From, To and Text, and"
                                + " nothing that could be another MessageUUID."));
    }

    private static Optional<DoorMessage> messageOf(Form form) {
        Optional<String> uuid = form.filled("MessageUUID");
        Optional<String> from = form.only("From");
        Optional<String> to = form.only("To");
        Optional<String> text = form.only("Text");
        return uuid.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(uuid.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }

    /** Plivo expects XML, in which a {@code Message} would be sent to the subscriber. */
    @Override
    public Answer acknowledgement() {
        return Answer.ok("application/xml", "<Response/>");
    }
}
