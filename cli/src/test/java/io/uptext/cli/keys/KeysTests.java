/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import io.uptext.contracts.vocabulary.ApiKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeysTests {

    private static final Pattern NEW =
            Pattern.compile("(?s).*\n  (upk_\\S+)\n.*\n  - id: \"([a-z0-9]{8})\"\n    hash: \"([0-9a-f]{64})\"\n");

    private static final Pattern SHARED = Pattern.compile("(?s).*\n  whsec_(\\S+)\n.*\n  - whsec_(\\S+)\n");
    private static final Pattern ASYMMETRIC = Pattern.compile("(?s).*\n  whpk_(\\S+)\n.*\n  - whsk_(\\S+)\n");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_new_key_comes_with_its_entry_for_the_registry() {
        assertThat(run("keys", "new")).isZero();

        Matcher said = NEW.matcher(out.toString().replace(System.lineSeparator(), "\n"));
        assertThat(said.matches()).as(out.toString()).isTrue();
        ApiKey key = ApiKey.parse(said.group(1)).orElseThrow();
        assertThat(key.id()).isEqualTo(said.group(2));
        assertThat(key.hash()).isEqualTo(said.group(3));
    }

    @Test
    void no_two_are_the_same() {
        run("keys", "new");
        String first = out.toString();
        run("keys", "new");
        assertThat(out.toString().substring(first.length())).isNotEqualTo(first);
    }

    /** Each is looked at, since a coordinate in some hundred begins with a zero. */
    @RepeatedTest(200)
    void a_new_proof_key_is_a_jwk_set_of_a_key_on_the_curve() throws GeneralSecurityException {
        assertThat(run("keys", "proof")).isZero();

        JsonNode key = new JsonMapper().readTree(out.toString()).path("keys").path(0);
        assertThat(key.path("kid").asString()).matches("[0-9a-z]{8}");
        ECParameterSpec curve = p256();
        BigInteger x = number(key, "x");
        BigInteger y = number(key, "y");
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        assertThat(y.pow(2).mod(p))
                .isEqualTo(x.pow(3)
                        .add(curve.getCurve().getA().multiply(x))
                        .add(curve.getCurve().getB())
                        .mod(p));
        assertThat(number(key, "d")).isBetween(BigInteger.ONE, curve.getOrder());
    }

    private static BigInteger number(JsonNode key, String name) {
        byte[] bytes = Base64.getUrlDecoder().decode(key.path(name).asString());
        assertThat(bytes).hasSize(32);
        return new BigInteger(1, bytes);
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    @Test
    void a_webhook_secret_is_for_both_sides() {
        assertThat(run("keys", "webhook")).isZero();

        Matcher said = SHARED.matcher(out.toString().replace(System.lineSeparator(), "\n"));
        assertThat(said.matches()).as(out.toString()).isTrue();
        assertThat(said.group(2)).isEqualTo(said.group(1));
        assertThat(Base64.getDecoder().decode(said.group(1))).hasSize(32);
    }

    @RepeatedTest(20)
    void a_private_webhook_key_stays_here_and_its_public_key_tells_what_it_has_signed()
            throws GeneralSecurityException {
        assertThat(run("keys", "webhook", "--asymmetric")).isZero();

        Matcher said = ASYMMETRIC.matcher(out.toString().replace(System.lineSeparator(), "\n"));
        assertThat(said.matches()).as(out.toString()).isTrue();
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.generatePrivate(new EdECPrivateKeySpec(
                NamedParameterSpec.ED25519, Base64.getDecoder().decode(said.group(2)))));
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getDecoder().decode(said.group(1)))))));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void what_is_missing_or_unknown_is_said() {
        assertThat(run("keys")).isEqualTo(2);
        assertThat(err.toString()).contains("One of new, proof and webhook is missing.");
        assertThat(run("keys", "old")).isEqualTo(2);
        assertThat(run("keys", "new", "--help")).isZero();
        assertThat(out.toString()).contains("the key is shown this once");
    }

    private int run(String... arguments) {
        return Uptext.commandLine(new Surroundings(Clock.systemUTC(), Map.of(), false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }
}
