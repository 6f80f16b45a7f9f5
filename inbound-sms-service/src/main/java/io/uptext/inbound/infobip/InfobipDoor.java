/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.infobip;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Infobip forwards in the format {@code MO_JSON_2}: JSON with several messages
 * (infobip.com/docs/api/channels/sms/inbound-sms/receive-inbound-sms-messages).
 */
public final class InfobipDoor implements Door {

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public int largestBody() {
        return MANY_MESSAGES;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<JsonNode> results =
                JsonBody.parse(request.body()).map(body -> body.path("results")).filter(JsonNode::isArray);
        return results.map(array -> Reading.ofParts(
                        array.valueStream().map(InfobipDoor::read).toList()))
                .orElseGet(() ->
                        new Reading.Malformed("The body must be a JSON object in UTF-8 with an array of results."));
    }

    /** The text counts, not {@code cleanText}, from which Infobip has taken a keyword that is registered there. */
    private static Reading read(JsonNode result) {
        if (result.has("status") && !result.has("text")) {
            return new Reading.Nothing("a delivery report");
        }
        Optional<String> id = JsonBody.filled(result, "messageId");
        Optional<String> from = JsonBody.string(result, "from");
        Optional<String> to = JsonBody.string(result, "to");
        Optional<String> text = JsonBody.string(result, "text");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Reading.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : new Reading.Malformed(
                        "A result must have the strings messageId, which is not empty, from, to and text.");
    }
}
