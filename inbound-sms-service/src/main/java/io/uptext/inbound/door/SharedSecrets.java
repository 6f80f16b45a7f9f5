/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The ways to know a provider that does not sign: something that it and we know, or a certificate that it has. */
public final class SharedSecrets {

    /** The option that names the header of {@link Authentication#HEADER}. */
    public static final String HEADER_OPTION = "header";

    /** The option that names the parameter of {@link Authentication#QUERY}. */
    public static final String PARAMETER_OPTION = "parameter";

    /** The header unless the option names another one. */
    public static final String DEFAULT_HEADER = "X-Uptext-Secret";

    /** The parameter unless the option names another one. */
    public static final String DEFAULT_PARAMETER = "secret";

    private static final String BASIC = "Basic ";

    private SharedSecrets() {}

    /** Says whether a request proves itself in the connector's way, which is not the provider's signature. */
    public static Authenticity authenticate(RawRequest request, Connector connector) {
        Credentials credentials = connector.credentials();
        return switch (credentials.authentication()) {
            case BASIC ->
                compare(
                        request.header("Authorization")
                                .filter(value -> value.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                                .map(value -> value.substring(BASIC.length()).strip()),
                        credentials.secrets().stream()
                                .map(SharedSecrets::base64)
                                .toList(),
                        "The user and password of HTTP Basic are missing or wrong.");
            case HEADER ->
                compare(
                        request.header(connector.option(HEADER_OPTION).orElse(DEFAULT_HEADER)),
                        credentials.secrets(),
                        "The header with the secret is missing, wrong or there twice.");
            case QUERY ->
                compare(
                        Form.ofQuery(request)
                                .flatMap(form -> form.only(
                                        connector.option(PARAMETER_OPTION).orElse(DEFAULT_PARAMETER))),
                        credentials.secrets(),
                        "The parameter with the secret is missing or wrong.");
            case MTLS ->
                credentials.clientCertificates().stream().anyMatch(request.clientCertificates()::contains)
                        ? new Authenticity.Genuine()
                        : new Authenticity.Forged("The client has shown no certificate that is configured.");
            case NONE -> new Authenticity.Genuine();
            case SIGNATURE -> throw new IllegalArgumentException("a signature is the door's to check");
        };
    }

    private static Authenticity compare(Optional<String> given, List<String> secrets, String reason) {
        boolean same = false;
        for (String secret : secrets) {
            same |= given.isPresent() && Signatures.same(secret, given.get());
        }
        return same ? new Authenticity.Genuine() : new Authenticity.Forged(reason);
    }

    private static String base64(String userAndPassword) {
        return Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }
}
