/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.List;

/**
 * What a connector knows its provider by.
 *
 * @param authentication the way
 * @param secrets none to two; the new and the old one while they are being changed
 * @param clientCertificates SHA-256 fingerprints of certificates, in lower-case hexadecimal
 */
public record Credentials(Authentication authentication, List<String> secrets, List<String> clientCertificates) {

    public Credentials {
        secrets = List.copyOf(secrets);
        clientCertificates = List.copyOf(clientCertificates);
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Credentials[" + authentication + "]";
    }
}
