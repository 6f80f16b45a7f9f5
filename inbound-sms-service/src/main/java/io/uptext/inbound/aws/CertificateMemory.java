/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates that were used last. SNS has one for each region and replaces it each year; only such as have proven to be
 * SNS's get here, so nobody can fill it with others.
 */
final class CertificateMemory {

    /** More are the certificates of no sensible number of regions. */
    static final int MOST = 16;

    private final Map<URI, X509Certificate> used = new LinkedHashMap<>(MOST, 0.75f, true);

    synchronized Optional<X509Certificate> get(URI address) {
        return Optional.ofNullable(used.get(address));
    }

    synchronized void put(URI address, X509Certificate certificate) {
        used.put(address, certificate);
        if (used.size() > MOST) {
            used.remove(used.keySet().iterator().next());
        }
    }
}
