/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key that signs the proofs of one run. */
final class DemoProofKeys {

    private DemoProofKeys() {}

    static void write(Path file) {
        try {
            JWKSet keys =
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("demo").generate());
            Files.writeString(file, keys.toString(false));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes P-256 keys", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the demo's proofs cannot be written", e);
        }
    }
}
