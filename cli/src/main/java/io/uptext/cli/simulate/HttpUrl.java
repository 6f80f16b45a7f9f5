/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A URL that requests can be sent to. */
final class HttpUrl implements ITypeConverter<URI> {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String written) {
        try {
            URI url = URI.create(written);
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence, which does not repeat what may hold a secret.
        }
        throw new TypeConversionException("a URL is http:// or https://, a host and a path");
    }
}
