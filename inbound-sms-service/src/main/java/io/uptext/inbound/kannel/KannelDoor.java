/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kannel;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.gsm.UserDataHeader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * An sms-service of a Kannel gateway: unsigned, with {@code get-url} all in the query, with {@code post-url} the text in the
 * body (Kannel user guide, "SMS-service configurations"; gw/smsbox.c and gw/urltrans.c).
 */
public final class KannelDoor implements Door {

    private static final Set<String> MEDIA_TYPES = Set.of("text/plain", "application/octet-stream");

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public Set<String> mediaTypes() {
        return MEDIA_TYPES;
    }

    /** A post-url's content type names the charset of the text, which is that of the operator's side. */
    @Override
    public boolean reads(Charset charset) {
        return true;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return Form.ofQuery(request)
                .map(query -> read(new KannelFields(query, request)))
                .orElseGet(() -> new Reading.Malformed("The query has a broken escape."));
    }

    private static Reading read(KannelFields fields) {
        return switch (fields.optional("coding", "X-Kannel-Coding").orElse("twice")) {
            // Kannel leaves the coding open where the operator does: -1.
            case "", "-1", "0" -> read(fields, false);
            case "1" -> new Reading.Nothing("a binary message");
            case "2" -> read(fields, true);
            default -> new Reading.Malformed("The coding must be 0, 1 or 2, once.");
        };
    }

    private static Reading read(KannelFields fields, boolean ucs2) {
        Optional<byte[]> header = fields.userDataHeader();
        if (header.isEmpty()) {
            return new Reading.Malformed("The user data header stands there twice or has a broken escape.");
        }
        if (header.get().length == 0) {
            return message(fields, ucs2).map(Reading::of).orElseGet(KannelDoor::incomplete);
        }
        return UserDataHeader.read(header.get())
                .filter(read -> read.length() == header.get().length)
                .map(read -> read(fields, ucs2, read))
                .orElseGet(() -> new Reading.Malformed("The lengths in the user data header do not add up."));
    }

    private static Reading read(KannelFields fields, boolean ucs2, UserDataHeader header) {
        if (header.addressesPort()) {
            return new Reading.Nothing("a message to a port, which no person has written");
        }
        return message(fields, ucs2)
                .map(message -> header.part() == null ? message : message.as(header.part()))
                .map(Reading::of)
                .orElseGet(KannelDoor::incomplete);
    }

    private static Reading incomplete() {
        return new Reading.Malformed(
                "There must be exactly one id (%I), which is not empty, from (%p), to (%P) and a text"
                        + " (%b) in its charset (%C).");
    }

    private static Optional<DoorMessage> message(KannelFields fields, boolean ucs2) {
        Optional<String> id = fields.query().filled("id");
        Optional<String> from = fields.only("from", "X-Kannel-From");
        Optional<String> to = fields.only("to", "X-Kannel-To");
        Optional<String> text = fields.text()
                .flatMap(octets -> fields.charset().flatMap(charset -> KannelText.decode(octets, charset, ucs2)));
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }
}
