/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.uptext.contracts.vocabulary.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one relying party that asks, and the files that challenge-service knows it by. */
public final class BenchedParty {

    /** Its API key. */
    public static final String KEY = "upk_bench_" + "0123456789abcdef".repeat(4);

    /** What its subscribers text before the code. */
    public static final String KEYWORD = "ACME LOGIN";

    private BenchedParty() {}

    static Path registry(Path folder) {
        return folder.resolve("relying-parties.yaml");
    }

    static Path proofKeys(Path folder) {
        return folder.resolve("proof-keys.json");
    }

    static void writeFiles(Path folder) {
        // What would stop somebody who asks for thousands a second is lifted here, for this party alone.
        String yaml = """
                relying-parties:
                  bench:
                    name: The benchmark
                    keyword: %s
                    destination: "%s"
                    code: long
                    limits:
                      creations-per-minute: 1000000
                    keys:
                      - id: bench
                        hash: "%s"
                """.formatted(
                KEYWORD, Contender.DESTINATION, ApiKey.parse(KEY).orElseThrow().hash());
        try {
            Files.writeString(registry(folder), yaml);
            Files.writeString(
                    proofKeys(folder),
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("bench").generate()).toString(false));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes P-256 keys", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of challenge-service cannot be written", e);
        }
    }
}
