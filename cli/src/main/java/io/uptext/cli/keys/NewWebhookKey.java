/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key that signs webhooks, as Standard Webhooks 1.0.0 writes them ("Signature scheme"). */
@Command(
        name = "webhook",
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "./uptext keys webhook [OPTION...]",
        description = {
            "",
            "Makes a key that signs what is sent to a webhook, and its entry for the file of",
            "uptext.notifier.webhook-secrets. Nothing is stored: the key is shown this once.",
            ""
        })
final class NewWebhookKey implements Callable<Integer> {

    /** As many as the hash has (RFC 2104, section 3). */
    private static final int SHARED_BYTES = 32;

    private static final int PUBLIC_BYTES = 32;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--asymmetric",
            description = "Two keys, of which the one that signs stays here: Ed25519. Without it one secret, that the "
                    + "relying party has, too.")
    boolean asymmetric;

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
        PrintWriter out = spec.commandLine().getOut();
        if (asymmetric) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            out.println("For the relying party, and no secret:");
            print(out, "  " + open(pair), "  - " + secret(pair));
        } else {
            byte[] bytes = new byte[SHARED_BYTES];
            new SecureRandom().nextBytes(bytes);
            String key = "whsec_" + base64(bytes);
            out.println("For the relying party, by a way that nobody reads along, and shown only here:");
            print(out, "  " + key, "  - " + key);
        }
        return 0;
    }

    private static void print(PrintWriter out, String forThem, String entry) {
        out.println();
        out.println(forThem);
        out.println();
        out.println("For the file of webhook secrets, below that relying party and the id of its webhook:");
        out.println();
        out.println(entry);
        out.flush();
    }

    private static String open(KeyPair pair) {
        // The end of a SubjectPublicKeyInfo (RFC 8410, section 4).
        byte[] encoded = pair.getPublic().getEncoded();
        return "whpk_" + base64(Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length));
    }

    private static String secret(KeyPair pair) {
        if (!(pair.getPrivate() instanceof EdECPrivateKey secret)) {
            throw new IllegalStateException("a generator of Ed25519 makes its keys");
        }
        return "whsk_" + base64(secret.getBytes().orElseThrow());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
