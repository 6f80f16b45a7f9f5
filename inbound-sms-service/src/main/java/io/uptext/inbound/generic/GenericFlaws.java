/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a connector that is all configuration. */
final class GenericFlaws {

    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> OF_HMAC =
            Set.of(HmacScheme.HEADER, HmacScheme.ALGORITHM, HmacScheme.ENCODING, HmacScheme.PREFIX);

    private GenericFlaws() {}

    static Optional<String> of(Connector connector) {
        Optional<BodyKind> body = BodyKind.of(connector);
        return Options.flawIn(BodyKind.OPTION, BodyKind.class, body)
                .or(() -> FieldNames.of(connector).flaw(body.orElseThrow()))
                .or(() -> connector.credentials().authentication() == Authentication.SIGNATURE
                        ? signature(connector, body.orElseThrow())
                        : strayOption(connector));
    }

    private static Optional<String> signature(Connector connector, BodyKind body) {
        if (body == BodyKind.QUERY) {
            return Optional.of("options.body: query leaves no body that could be signed;"
                    + " use authentication: basic, header, query or mtls");
        }
        return SignatureKind.of(connector)
                .map(kind -> switch (kind) {
                    case STANDARD_WEBHOOKS -> standardWebhooks(connector);
                    case HMAC -> HmacScheme.flawOf(connector).or(() -> hmacSecrets(connector));
                })
                .orElseGet(() -> Options.flawIn(SignatureKind.OPTION, SignatureKind.class, Optional.empty()));
    }

    private static Optional<String> standardWebhooks(Connector connector) {
        Optional<String> stray = connector.options().keySet().stream()
                .filter(OF_HMAC::contains)
                .sorted()
                .findFirst();
        if (stray.isPresent()) {
            return Optional.of("options." + stray.get() + " is for options.signature: hmac only");
        }
        return connector.secrets().stream()
                        .allMatch(secret -> StandardWebhook.keyOf(secret).isPresent())
                ? Optional.empty()
                : Optional.of("secrets are written whsec_ and 24 to 64 random bytes in base64");
    }

    private static Optional<String> hmacSecrets(Connector connector) {
        return connector.secrets().stream().anyMatch(secret -> secret.length() < SHORTEST_SECRET)
                ? Optional.of("secrets have at least " + SHORTEST_SECRET + " characters with options.signature: hmac")
                : Optional.empty();
    }

    private static Optional<String> strayOption(Connector connector) {
        return connector.options().keySet().stream()
                .filter(name -> name.equals(SignatureKind.OPTION) || OF_HMAC.contains(name))
                .sorted()
                .findFirst()
                .map(name -> "options." + name + " is for authentication: signature only");
    }
}
