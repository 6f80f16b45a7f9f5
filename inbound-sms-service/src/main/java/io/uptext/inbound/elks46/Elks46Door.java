/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.elks46;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.util.Set;

/**
 * 46elks's {@code sms_url}: an unsigned form (46elks.se/docs/receive-sms).
 *
 * <p>The body of a good answer goes back to the subscriber as a text, so it is empty.
 */
public final class Elks46Door implements Door {

    private static final String INCOMING = "incoming";

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return request.form()
                .map(Elks46Door::read)
                .orElseGet(() -> new Reading.Malformed("The body must be a form in UTF-8."));
    }

    private static Reading read(Form form) {
        if (form.filled("direction").filter(way -> !way.equals(INCOMING)).isPresent()) {
            return new Reading.Nothing("a text that was not sent to us");
        }
        if (form.has("image")) {
            return new Reading.Nothing("a picture message");
        }
        return form.filled("direction")
                .flatMap(_ -> form.message("id", "from", "to", "message"))
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("The form must have exactly one direction and id, which are not"
                        + " empty, from, to and message."));
    }
}
