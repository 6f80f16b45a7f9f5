/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where requests go, and where the provider believes that they go. */
final class Place {

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = HttpUrl.class,
            description = "The connector: http://127.0.0.1:8082/v1/inbound/NAME for example.")
    private @Nullable URI url;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            converter = HttpUrl.class,
            description = "The connector's public-url, for providers that sign it. It is --url unless it is said.")
    private @Nullable URI publicUrl;

    URI url() {
        if (url == null) {
            throw new IllegalArgumentException("--url is missing: the URL of a connector.");
        }
        return url;
    }

    URI publicUrl() {
        return publicUrl == null ? url() : publicUrl;
    }
}
