/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SigningDoor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Any gateway that sends one message in a request: the connector's options say where it stands and how it is signed.
 *
 * <p>Unless they do, it is JSON signed as Standard Webhooks 1.0.0 says.
 */
public final class GenericDoor implements SigningDoor {

    @Override
    public Set<String> methods() {
        return Set.of("POST", "GET");
    }

    @Override
    public Set<String> methods(Connector connector) {
        return body(connector).methods();
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(MediaTypes.JSON, MediaTypes.FORM);
    }

    @Override
    public Set<String> mediaTypes(Connector connector) {
        return body(connector).mediaTypes();
    }

    @Override
    public Set<Authentication> authentications() {
        return EnumSet.allOf(Authentication.class);
    }

    @Override
    public Set<String> options() {
        return Set.of(
                BodyKind.OPTION,
                FieldNames.ID,
                FieldNames.FROM,
                FieldNames.TO,
                FieldNames.TEXT,
                SignatureKind.OPTION,
                HmacScheme.HEADER,
                HmacScheme.ALGORITHM,
                HmacScheme.ENCODING,
                HmacScheme.PREFIX);
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return GenericFlaws.of(connector);
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        return switch (SignatureKind.of(connector).orElseThrow()) {
            case STANDARD_WEBHOOKS -> StandardWebhook.authenticate(request, connector);
            case HMAC ->
                HmacScheme.of(connector).isSigned(request, connector)
                        ? new Authenticity.Genuine()
                        : new Authenticity.Forged("The header with the signature is missing, there twice, or does not"
                                + " match the body.");
        };
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return messageOf(request, connector)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("The request must have exactly one id, which is not empty, and"
                        + " one from, to and text, in the fields that the connector's options name."));
    }

    private static Optional<DoorMessage> messageOf(RawRequest request, Connector connector) {
        FieldNames names = FieldNames.of(connector);
        Optional<BodyKind.Fields> fields = body(connector).fields(request);
        Optional<String> id = isNamedByHeader(connector)
                ? StandardWebhook.of(request).map(StandardWebhook::id)
                : fields.flatMap(all -> all.id(names.id())).filter(value -> !value.isEmpty());
        Optional<String> from = fields.flatMap(all -> all.text(names.from()));
        Optional<String> to = fields.flatMap(all -> all.text(names.to()));
        Optional<String> text = fields.flatMap(all -> all.text(names.text()));
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }

    /** Standard Webhooks has an id of its own, which is signed, the same on each delivery, and enough unless one is named. */
    private static boolean isNamedByHeader(Connector connector) {
        return connector.credentials().authentication() == Authentication.SIGNATURE
                && SignatureKind.of(connector).orElseThrow() == SignatureKind.STANDARD_WEBHOOKS
                && connector.option(FieldNames.ID).isEmpty();
    }

    private static BodyKind body(Connector connector) {
        return BodyKind.of(connector).orElseThrow();
    }
}
