/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's messaging webhook: a form, signed with the account's auth token over the public URL and all parameters.
 *
 * <p>Twilio signs no time. An old request can be sent again; it then has the same message id and changes nothing.
 */
public final class TwilioDoor implements Door {

    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String ALGORITHM = "HmacSHA1";
    private static final Authenticity UNREADABLE = new Authenticity.Unreadable("The body is not a form in UTF-8.");

    @Override
    public String mediaType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        if (connector.secrets().stream().anyMatch(secret -> !secret.equals(secret.strip()))) {
            return Optional.of("secrets are auth tokens of Twilio, without white space around them");
        }
        @Nullable URI url = connector.publicUrl();
        if (url == null || url.getHost() == null || !isHttp(url) || url.getRawQuery() != null || hasFragment(url)) {
            return Optional.of("public-url is the http(s) URL that Twilio is told to call,"
                    + " without query and fragment: the query of each request is added");
        }
        return Optional.empty();
    }

    private static boolean isHttp(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    private static boolean hasFragment(URI url) {
        return url.getRawFragment() != null;
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<String> signature = request.header(SIGNATURE);
        if (signature.isEmpty()) {
            return new Authenticity.Forged("There is not one " + SIGNATURE + " header.");
        }
        // The signature covers the parameters, not the bytes: without them there is nothing to compare.
        return FormParameters.parse(request.body())
                .map(form -> compare(signature.get(), form, request, connector))
                .orElse(UNREADABLE);
    }

    private static Authenticity compare(
            String signature, FormParameters form, RawRequest request, Connector connector) {
        @Nullable URI publicUrl = connector.publicUrl();
        if (publicUrl == null) {
            return new Authenticity.Forged("The connector has no public URL.");
        }
        byte[] parameters = form.toSign().getBytes(UTF_8);
        boolean genuine = false;
        for (String url : SignedUrls.of(publicUrl, request.rawQuery())) {
            for (String secret : connector.secrets()) {
                String expected = Signatures.hmac(ALGORITHM, secret.getBytes(UTF_8), url.getBytes(UTF_8), parameters);
                genuine |= Signatures.same(expected, signature);
            }
        }
        return genuine
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The signature does not match the public URL and the parameters.");
    }

    @Override
    public Reading read(RawRequest request) {
        return FormParameters.parse(request.body())
                .flatMap(TwilioDoor::messageOf)
                .<Reading>map(message -> new Reading.Messages(List.of(message)))
                .orElseGet(() -> new Reading.Malformed(
                        "The form must have exactly one MessageSid, which is not empty, From, To and Body."));
    }

    private static Optional<DoorMessage> messageOf(FormParameters form) {
        Optional<String> sid = form.only("MessageSid").filter(id -> !id.isEmpty());
        Optional<String> from = form.only("From");
        Optional<String> to = form.only("To");
        Optional<String> body = form.only("Body");
        return sid.isPresent() && from.isPresent() && to.isPresent() && body.isPresent()
                ? Optional.of(new DoorMessage(sid.get(), from.get(), to.get(), body.get()))
                : Optional.empty();
    }
}
