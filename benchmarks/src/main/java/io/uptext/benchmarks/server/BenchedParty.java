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

/** The relying party that asks, another one, and the files that challenge-service knows them by. */
public final class BenchedParty {

    /** Its name in the registry. */
    public static final String ID = "bench";

    /** Its API key. */
    public static final String KEY = "upk_bench_" + "0123456789abcdef".repeat(4);

    /** The API key of another one at the same destination, by which people have become what they are. */
    public static final String KEY_OF_ANOTHER = "upk_another_" + "fedcba9876543210".repeat(4);

    private BenchedParty() {}

    /** The registry among these files. */
    public static Path registry(Path folder) {
        return folder.resolve("relying-parties.yaml");
    }

    static Path proofKeys(Path folder) {
        return folder.resolve("proof-keys.json");
    }

    /** Writes them all into a folder, which is made where it is missing. */
    public static void writeFiles(Path folder) {
        // What would stop somebody who asks for thousands a second is lifted here, for these two alone.
        String yaml = "relying-parties:\n" + entry(ID, "ACME LOGIN", KEY) + entry("another", "OTHER", KEY_OF_ANOTHER);
        try {
            Files.createDirectories(folder);
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

    private static String entry(String id, String keyword, String key) {
        return """
                  %s:
                    keyword: %s
                    destination: "%s"
                    code: long
                    limits:
                      creations-per-minute: 1000000
                    keys:
                      - id: %s
                        hash: "%s"
                """.formatted(
                id,
                keyword,
                Contender.DESTINATION,
                id,
                ApiKey.parse(key).orElseThrow().hash()).indent(2);
    }
}
