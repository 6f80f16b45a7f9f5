/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kannel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.RawRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Kannel says about one message: in the query of its {@code get-url} or {@code post-url}, and with the latter also in
 * headers (gw/smsbox.c, obey_request). The query comes first, since it is what our page asks for.
 */
record KannelFields(Form query, RawRequest request) {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final byte[] NOTHING = {};

    /** A field; empty where it is missing or has two values. */
    Optional<String> only(String parameter, String header) {
        return query.has(parameter) || request.isGet() ? query.only(parameter) : request.header(header);
    }

    /** A field that may be missing; empty only where it has two values. */
    Optional<String> optional(String parameter, String header) {
        return query.has(parameter) || (!request.isGet() && request.hasHeader(header))
                ? only(parameter, header)
                : Optional.of("");
    }

    /** The octets of the text. */
    Optional<byte[]> text() {
        return request.isGet() ? query.bytes("text") : Optional.of(request.body());
    }

    /** The charset of the text, or an empty name where Kannel leaves that to its coding; empty where there are two. */
    Optional<String> charset() {
        return query.has("charset") || request.isGet()
                ? optional("charset", "")
                : Optional.of(request.header("Content-Type")
                        .map(CHARSET::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .orElse(""));
    }

    /** The octets of the user data header, of which there may be none; empty where there are two headers or a broken one. */
    Optional<byte[]> userDataHeader() {
        if (query.has("udh")) {
            return query.bytes("udh");
        }
        if (request.isGet() || !request.hasHeader("X-Kannel-UDH")) {
            return Optional.of(NOTHING);
        }
        return request.header("X-Kannel-UDH")
                .flatMap(encoded -> Form.parse(("udh=" + encoded).getBytes(ISO_8859_1)))
                .flatMap(form -> form.bytes("udh"));
    }
}
