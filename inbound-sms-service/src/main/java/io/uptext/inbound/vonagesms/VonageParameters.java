/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.platform.json.StrictUtf8;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The parameters of a webhook, whichever of its three forms an account is set to: a query, a form, or flat JSON. */
final class VonageParameters {

    private static final String SIGNATURE = "sig";

    private final SortedMap<String, String> values;

    private VonageParameters(SortedMap<String, String> values) {
        this.values = values;
    }

    /** The parameters of a request; empty where they cannot be read as UTF-8, or where one has two values. */
    static Optional<VonageParameters> of(RawRequest request) {
        boolean isJson = !request.isGet()
                && request.mediaType().filter(MediaTypes.JSON::equals).isPresent();
        return isJson
                ? JsonBody.parse(request.body()).filter(JsonNode::isObject).flatMap(VonageParameters::of)
                : Form.of(request).flatMap(VonageParameters::of);
    }

    private static Optional<VonageParameters> of(Form form) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : form.names()) {
            Optional<String> decoded = StrictUtf8.decode(name.getBytes(ISO_8859_1));
            Optional<String> value = form.only(name);
            if (decoded.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.put(decoded.get(), value.get());
        }
        return Optional.of(new VonageParameters(values));
    }

    private static Optional<VonageParameters> of(JsonNode object) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            // All are strings as Vonage writes them. What is none has no spelling that could be signed.
            field.getValue().stringValueOpt().ifPresent(value -> values.put(field.getKey(), value));
        }
        return values.entrySet().stream()
                        .allMatch(each -> StrictUtf8.canEncode(each.getKey()) && StrictUtf8.canEncode(each.getValue()))
                ? Optional.of(new VonageParameters(values))
                : Optional.empty();
    }

    /** A parameter, which may be empty. */
    Optional<String> any(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A parameter that says something. */
    Optional<String> filled(String name) {
        return any(name).filter(value -> !value.isEmpty());
    }

    /** The signature, in hexadecimal. */
    Optional<String> signature() {
        return any(SIGNATURE);
    }

    /**
     * What is signed: all other parameters by name, without the blank ones. Vonage makes the two separators one character
     * inside names and values, so that no value can pass for another parameter.
     */
    String signed() {
        StringBuilder signed = new StringBuilder();
        values.forEach((name, value) -> {
            if (!name.equals(SIGNATURE) && !isBlank(value)) {
                signed.append('&').append(clean(name)).append('=').append(clean(value));
            }
        });
        return signed.toString();
    }

    /** As Vonage's libraries see it: nothing but characters up to the space, without those that Unicode adds. */
    private static boolean isBlank(String value) {
        return value.chars().allMatch(character -> character <= ' ');
    }

    private static String clean(String text) {
        return text.replace('&', '_').replace('=', '_');
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "VonageParameters[***]";
    }
}
