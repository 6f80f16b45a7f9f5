/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.jasmin;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.gsm.DataCoding;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An HTTP client connector of a Jasmin gateway: unsigned parameters in a query or a form
 * (jookies/jasmin misc/doc/sources/apis/http/index.rst and jasmin/routing/throwers.py).
 *
 * <p>Its {@code content} is the octets of the operator's message, whatever their alphabet, so the text is read from
 * {@code binary}. Jasmin has joined longer messages already.
 */
public final class JasminDoor implements Door {

    private static final Answer ACKNOWLEDGEMENT = Answer.ok("text/plain", "ACK/Jasmin");
    private static final Pattern CODING = Pattern.compile("[0-9]{1,3}");
    private static final int LARGEST_CODING = 255;
    private static final DataCoding NO_CODING = new DataCoding.NoText("a text in a data coding of more than an octet");

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Answer acknowledgement() {
        return ACKNOWLEDGEMENT;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return Form.of(request)
                .flatMap(JasminDoor::read)
                .orElseGet(() -> new Reading.Malformed("There must be exactly one id, which is not empty, from, to and"
                        + " binary, in hexadecimal and in the alphabet of coding."));
    }

    private static Optional<Reading> read(Form form) {
        return coding(form).flatMap(coding -> switch (coding) {
            case DataCoding.SmscDefault _ -> read(form, Alphabet.GSM_7BIT);
            case DataCoding.Text(Alphabet alphabet) -> read(form, alphabet);
            case DataCoding.NoText(String reason) -> Optional.of(new Reading.Nothing(reason));
            case DataCoding.Unread(String reason) -> Optional.of(new Reading.Nothing(reason));
        });
    }

    private static Optional<Reading> read(Form form, Alphabet alphabet) {
        return form.message("id", "from", "to", "binary")
                .flatMap(message -> octets(message)
                        .flatMap(alphabet::decode)
                        .map(text -> new DoorMessage(message.providerMessageId(), message.from(), message.to(), text)))
                .map(Reading::of);
    }

    /** Jasmin leaves it out where the operator has. */
    private static Optional<DataCoding> coding(Form form) {
        return form.has("coding")
                ? form.only("coding")
                        .filter(written -> CODING.matcher(written).matches())
                        .map(Integer::valueOf)
                        .map(value -> value > LARGEST_CODING ? NO_CODING : DataCoding.of(value))
                : Optional.of(new DataCoding.SmscDefault());
    }

    private static Optional<byte[]> octets(DoorMessage message) {
        try {
            return Optional.of(HexFormat.of().parseHex(message.text()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
