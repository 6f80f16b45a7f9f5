/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Signatures;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways to sign that an account can be set to (developer.vonage.com/en/getting-started/concepts/signing-messages). */
enum SignatureMethod {
    /** A bare digest of the parameters and the secret. MD5 is broken, so this counts only where it is asked for by name. */
    MD5HASH {
        @Override
        String sign(String signed, String secret) {
            try {
                byte[] digest = MessageDigest.getInstance("MD5").digest((signed + secret).getBytes(UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has MD5", e);
            }
        }
    },
    /** HMAC-MD5. */
    MD5,
    /** HMAC-SHA1. */
    SHA1,
    /** HMAC-SHA256. */
    SHA256,
    /** HMAC-SHA512. */
    SHA512;

    /** The option of a connector that names it in lower case. */
    static final String OPTION = "signature-method";

    /** The method of a connector: SHA256 unless it is set; empty where there is none of that name. */
    static Optional<SignatureMethod> of(Connector connector) {
        String name = connector.option(OPTION).orElse(SHA256.toString());
        return Arrays.stream(values())
                .filter(method -> method.toString().equals(name))
                .findFirst();
    }

    /** What is wrong with the option of a connector. */
    static Optional<String> flawOf(Connector connector) {
        return of(connector).isPresent()
                ? Optional.empty()
                : Optional.of("options." + OPTION + " is one of "
                        + Arrays.stream(values()).map(SignatureMethod::toString).collect(Collectors.joining(", ")));
    }

    /** The signature in lower-case hexadecimal. */
    String sign(String signed, String secret) {
        return HexFormat.of()
                .formatHex(Signatures.mac("Hmac" + name(), secret.getBytes(UTF_8), signed.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
