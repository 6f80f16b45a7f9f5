/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Fetcher;
import java.io.IOException;
import java.net.URI;

/** Fetches over HTTPS: no redirects, ten seconds, 64 KiB. */
public final class HttpsFetcher implements Fetcher {

    private final Download download = new Download("https");

    @Override
    public byte[] get(URI address) throws IOException {
        return download.get(address);
    }
}
