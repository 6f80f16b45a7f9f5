/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message authentication code of the body in a header.
 *
 * @param header where it stands
 * @param algorithm how it is computed; from our configuration, never from a request
 * @param encoding how its bytes are written
 * @param prefix what stands before it
 */
record HmacScheme(String header, Algorithm algorithm, Encoding encoding, String prefix) {

    static final String HEADER = "hmac-header";
    static final String ALGORITHM = "hmac-algorithm";
    static final String ENCODING = "hmac-encoding";
    static final String PREFIX = "hmac-prefix";

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern PREFIX_FORM = Pattern.compile("([!-~]([ -~]{0,98}[!-~])?)?");

    /** The hash beneath. */
    enum Algorithm {
        SHA256,
        SHA1,
        SHA512;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How bytes are written. */
    enum Encoding {
        /** Hexadecimal in lower case. */
        HEX,
        /** Base64 with padding. */
        BASE64;

        private String write(byte[] mac) {
            return switch (this) {
                case HEX -> HexFormat.of().formatHex(mac);
                case BASE64 -> Base64.getEncoder().encodeToString(mac);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong with a connector's options for it. */
    static Optional<String> flawOf(Connector connector) {
        if (!connector
                .option(HEADER)
                .filter(name -> HEADER_NAME.matcher(name).matches())
                .isPresent()) {
            return Optional.of("options." + HEADER + " is the name of the header with the signature");
        }
        if (!PREFIX_FORM.matcher(connector.option(PREFIX).orElse("")).matches()) {
            return Optional.of("options." + PREFIX + " is what stands before the signature, in ASCII");
        }
        return Options.flawIn(ALGORITHM, Algorithm.class, algorithm(connector))
                .or(() -> Options.flawIn(ENCODING, Encoding.class, encoding(connector)));
    }

    /**
     * The scheme of a connector whose configuration has been checked.
     *
     * @throws java.util.NoSuchElementException if it has not
     */
    static HmacScheme of(Connector connector) {
        return new HmacScheme(
                connector.option(HEADER).orElseThrow(),
                algorithm(connector).orElseThrow(),
                encoding(connector).orElseThrow(),
                connector.option(PREFIX).orElse(""));
    }

    private static Optional<Algorithm> algorithm(Connector connector) {
        return Options.of(Algorithm.class, connector.option(ALGORITHM).orElse("sha256"));
    }

    private static Optional<Encoding> encoding(Connector connector) {
        return Options.of(Encoding.class, connector.option(ENCODING).orElse("hex"));
    }

    /** Whether a request is signed with one of the connector's secrets; all are compared, whatever the first one says. */
    boolean isSigned(RawRequest request, Connector connector) {
        Optional<String> given = request.header(header);
        boolean signed = false;
        for (String secret : connector.secrets()) {
            byte[] mac = Signatures.mac("Hmac" + algorithm.name(), secret.getBytes(UTF_8), request.body());
            signed |= given.isPresent() && Signatures.same(prefix + encoding.write(mac), given.get());
        }
        return signed;
    }
}
