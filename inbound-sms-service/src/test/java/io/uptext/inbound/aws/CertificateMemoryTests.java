/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** The memory of certificates is bounded, and keeps those that are used. */
class CertificateMemoryTests {

    @Test
    void whatWasNotUsedForLongestIsForgotten() {
        X509Certificate certificate =
                CertificateChain.parse(SnsTestKeys.pem(SnsTestKeys.GOOD)).getFirst();
        CertificateMemory memory = new CertificateMemory();
        for (int i = 0; i < CertificateMemory.MOST; i++) {
            memory.put(URI.create("https://a.example/" + i), certificate);
        }
        assertThat(memory.get(URI.create("https://a.example/0"))).hasValue(certificate);

        memory.put(URI.create("https://a.example/new"), certificate);

        assertThat(memory.get(URI.create("https://a.example/0"))).hasValue(certificate);
        assertThat(memory.get(URI.create("https://a.example/1"))).isEmpty();
        assertThat(memory.get(URI.create("https://a.example/2"))).hasValue(certificate);
    }
}
