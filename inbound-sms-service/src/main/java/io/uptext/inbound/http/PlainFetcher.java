/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Fetcher;
import java.io.IOException;
import java.net.URI;

/** Fetches over HTTP without TLS, for what proves itself: no redirects, ten seconds, 64 KiB. */
public final class PlainFetcher implements Fetcher {

    private final Download download = new Download("http");

    @Override
    public byte[] get(URI address) throws IOException {
        return download.get(address);
    }
}
