/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import io.uptext.contracts.vocabulary.Ids;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key that signs proofs, as a JWK Set (RFC 7517, RFC 7518 section 6.2). */
@Command(
        name = "proof",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext keys proof [OPTION...]",
        description = {
            "",
            "Makes a key that signs proofs, in a JWK Set for uptext.challenge.proof-keys. It is secret.",
            ""
        })
final class NewProofKey implements Callable<Integer> {

    private static final int COORDINATE_BYTES = 32;
    private static final int ID_LENGTH = 8;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @Override
    public Integer call() throws GeneralSecurityException {
        if (spec == null) {
            throw new IllegalStateException("a command is run by its command line");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        spec.commandLine().getOut().println(jwks(generator.generateKeyPair()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String jwks(KeyPair pair) {
        if (!(pair.getPublic() instanceof ECPublicKey open) || !(pair.getPrivate() instanceof ECPrivateKey secret)) {
            throw new IllegalStateException("an EC generator makes EC keys");
        }
        String x = base64(open.getW().getAffineX());
        String y = base64(open.getW().getAffineY());
        return """
                {"keys": [{
                  "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "%s",
                  "x": "%s",
                  "y": "%s",
                  "d": "%s"
                }]}""".formatted(Ids.derived(x, y).substring(0, ID_LENGTH), x, y, base64(secret.getS()));
    }

    /** A number as so many bytes as the curve has (RFC 7518, section 6.2.1.2). */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int from = Math.max(0, bytes.length - COORDINATE_BYTES);
        System.arraycopy(bytes, from, fixed, COORDINATE_BYTES - (bytes.length - from), bytes.length - from);
        Arrays.fill(bytes, (byte) 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
