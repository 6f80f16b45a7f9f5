/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.africastalking;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The callback for incoming messages of Africa's Talking: an unsigned form (docs.africastalking.com/sms/notifications). */
public final class AfricasTalkingDoor implements Door {

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return request.form()
                .flatMap(form -> form.message("id", "from", "to", "text").map(message -> message.from(network(form))))
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "The form must have exactly one id, which is not empty, from, to and text."));
    }

    /** Its codes of networks are MCC and MNC; the sandbox's is 99999, which is none. */
    private static @Nullable SenderNetwork network(Form form) {
        @Nullable
        NetworkCode code = form.only("networkCode")
                .filter(written -> !written.equals("99999"))
                .flatMap(NetworkCode::of)
                .orElse(null);
        return SenderNetwork.ofNullable(code, null, null);
    }
}
