/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.PublicUrls;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SigningDoor;
import java.util.Optional;
import java.util.Set;

/**
 * Twilio's messaging webhook: a form, signed with the account's auth token over the public URL and all parameters
 * (twilio.com/docs/usage/webhooks/webhooks-security).
 *
 * <p>Twilio signs no time. An old request can be sent again; it then has the same message id and changes nothing.
 */
public final class TwilioDoor implements SigningDoor {

    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String ALGORITHM = "HmacSHA1";
    private static final byte[] NO_PARAMETERS = {};

    @Override
    public Set<String> methods() {
        return Set.of("POST", "GET");
    }

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return PublicUrls.flawOf(connector);
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<String> signature = request.header(SIGNATURE);
        if (signature.isEmpty()) {
            return new Authenticity.Forged("There is not one " + SIGNATURE + " header.");
        }
        // The signature covers the parameters, not the bytes. Those of a GET are in the URL already.
        Optional<byte[]> parameters =
                request.isGet() ? Optional.of(NO_PARAMETERS) : request.form().map(Form::joined);
        return parameters.isPresent() && isSigned(signature.get(), parameters.get(), request, connector)
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The signature does not match the public URL and the parameters.");
    }

    private static boolean isSigned(String signature, byte[] parameters, RawRequest request, Connector connector) {
        return SignedUrls.anyMatch(PublicUrls.of(connector), request.rawQuery(), url -> {
            for (String secret : connector.secrets()) {
                String expected = Signatures.hmac(ALGORITHM, secret.getBytes(UTF_8), url.getBytes(UTF_8), parameters);
                // Which one has matched is no secret; how far a wrong one has matched would be.
                if (Signatures.same(expected, signature)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<Form> form = Form.of(request);
        if (form.flatMap(parameters -> parameters.filled("NumMedia"))
                .filter(count -> !count.equals("0"))
                .isPresent()) {
            return new Reading.Nothing("a picture message");
        }
        return form.filter(parameters -> Boundaries.areSure(request, parameters))
                .flatMap(TwilioDoor::messageOf)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "The form must have exactly one MessageSid, which is not empty, From, To and Body, and"
                                + " nothing that could be another From."));
    }

    private static Optional<DoorMessage> messageOf(Form form) {
        Optional<String> sid = form.filled("MessageSid");
        Optional<String> from = form.only("From");
        Optional<String> to = form.only("To");
        Optional<String> body = form.only("Body");
        return sid.isPresent() && from.isPresent() && to.isPresent() && body.isPresent()
                ? Optional.of(new DoorMessage(sid.get(), from.get(), to.get(), body.get()))
                : Optional.empty();
    }
}
