/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The URL that a provider is told to call, for those that sign it. It is configured: a Host header could be anybody's. */
public final class PublicUrls {

    private PublicUrls() {}

    /** What is wrong with a connector's public URL, if its provider signs it. */
    public static Optional<String> flawOf(Connector connector) {
        @Nullable URI url = connector.publicUrl();
        boolean fits = url != null
                && url.getHost() != null
                && isHttp(url)
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        return fits
                ? Optional.empty()
                : Optional.of("public-url is the http(s) URL that the provider is told to call,"
                        + " without query and fragment: the query of each request is added");
    }

    /**
     * The URL of a connector whose configuration has been checked.
     *
     * @throws IllegalStateException if it has none
     */
    public static URI of(Connector connector) {
        @Nullable URI url = connector.publicUrl();
        if (url == null) {
            throw new IllegalStateException("a public URL is checked at the start");
        }
        return url;
    }

    /** The URL as the provider called it, with the query that came, still encoded. */
    public static String withQuery(Connector connector, RawRequest request) {
        return of(connector) + request.rawQuery().map(query -> "?" + query).orElse("");
    }

    private static boolean isHttp(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }
}
