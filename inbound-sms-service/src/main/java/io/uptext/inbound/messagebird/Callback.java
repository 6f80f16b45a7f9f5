/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.Reading;
import java.util.Optional;

/**
 * The parameters of a received text. Short codes and long numbers have different names for them
 * (developers.messagebird.com/docs/sms-messaging, "Receive a message").
 */
final class Callback {

    private static final String SHORT_CODE = "shortcode";

    private Callback() {}

    static Reading read(Form form) {
        if (has(form, "mediaURLs")) {
            return new Reading.Nothing("a picture message");
        }
        if (has(form, "status")) {
            return new Reading.Nothing("the status of a message that was sent");
        }
        return has(form, SHORT_CODE) ? read(form, "mid", SHORT_CODE, "message") : read(form, "id", "recipient", "body");
    }

    private static boolean has(Form form, String name) {
        return form.has(name);
    }

    private static Reading read(Form form, String idName, String toName, String textName) {
        Optional<String> id = form.filled(idName);
        Optional<String> from = form.only("originator");
        Optional<String> to = form.only(toName);
        Optional<String> text = form.only(textName);
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Reading.of(new DoorMessage(id.get(), from.get(), to.get(), text.get())
                        .from(form.only("operator")
                                .flatMap(NetworkCode::of)
                                .map(code -> new SenderNetwork(code, null, null))
                                .orElse(null)))
                : new Reading.Malformed("The form must have exactly one %s, which is not empty, originator, %s and %s."
                        .formatted(idName, toName, textName));
    }
}
