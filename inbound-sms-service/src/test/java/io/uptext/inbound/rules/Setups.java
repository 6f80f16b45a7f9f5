/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static io.uptext.inbound.rules.Uncovered.CASE_OF_HEXADECIMAL;
import static io.uptext.inbound.rules.Uncovered.CASE_OF_SCHEME;
import static io.uptext.inbound.rules.Uncovered.FIELDS_OF_AN_ENVELOPE;
import static io.uptext.inbound.rules.Uncovered.MESSAGE;
import static io.uptext.inbound.rules.Uncovered.ONE_OF_SEVERAL_SIGNATURES;
import static io.uptext.inbound.rules.Uncovered.QUERY;
import static io.uptext.inbound.rules.Uncovered.SPELLING_OF_ESCAPES;

import io.uptext.inbound.africastalking.AfricasTalkingDoor;
import io.uptext.inbound.aws.AwsDoor;
import io.uptext.inbound.azure.AzureDoor;
import io.uptext.inbound.bandwidth.BandwidthDoor;
import io.uptext.inbound.bird.BirdDoor;
import io.uptext.inbound.elks46.Elks46Door;
import io.uptext.inbound.generic.GenericDoor;
import io.uptext.inbound.infobip.InfobipDoor;
import io.uptext.inbound.jasmin.JasminDoor;
import io.uptext.inbound.kannel.KannelDoor;
import io.uptext.inbound.messagebird.MessageBirdDoor;
import io.uptext.inbound.plivo.PlivoDoor;
import io.uptext.inbound.sinch.SinchDoor;
import io.uptext.inbound.telnyx.TelnyxDoor;
import io.uptext.inbound.twilio.TwilioDoor;
import io.uptext.inbound.vonagemessages.VonageMessagesDoor;
import io.uptext.inbound.vonagesms.VonageSmsDoor;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Every simulated provider in every way in which it can prove itself. */
public final class Setups {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final List<Row> ROWS = List.of(
            Row.of("generic", new GenericDoor())
                    .signed(new Signed("Standard Webhooks", WEBHOOK_SECRET, WEBHOOK_SECRET).leavesOpen(QUERY))
                    .signed(hmac("hex", "sha256"))
                    .signed(hmac("base64", "sha512").option("hmac-prefix", "sha512="))
                    .signed(hmac("base64", "sha1").option("body", "form")),
            Row.of("46elks", new Elks46Door()),
            Row.of("africastalking", new AfricasTalkingDoor()),
            Row.of("aws", new AwsDoor(Setups::nothing, Setups::nothing))
                    .signed(sns("1"))
                    .signed(sns("2")),
            Row.of("azure", new AzureDoor()),
            Row.of("bandwidth", new BandwidthDoor()),
            Row.of("bird", new BirdDoor()).signed(SECRET),
            Row.of("infobip", new InfobipDoor()),
            Row.of("jasmin", new JasminDoor()),
            Row.of("kannel", new KannelDoor()),
            Row.of("messagebird", new MessageBirdDoor())
                    .signed(messageBird("HS256"))
                    .signed(messageBird("HS512").account("method", "get")),
            Row.of("plivo", new PlivoDoor())
                    .signed(new Signed("V3", SECRET, SECRET).leavesOpen(SPELLING_OF_ESCAPES, ONE_OF_SEVERAL_SIGNATURES))
                    .signed(new Signed("V3 of a GET", SECRET, SECRET)
                            .account("method", "get")
                            .connector("signature-version", "v3")
                            .leavesOpen(SPELLING_OF_ESCAPES, ONE_OF_SEVERAL_SIGNATURES))
                    .signed(new Signed("V2", SECRET, SECRET)
                            .account("signature-version", "v2")
                            .leavesOpen(MESSAGE, ONE_OF_SEVERAL_SIGNATURES)),
            Row.of("sinch", new SinchDoor())
                    .signed(new Signed("signature", SECRET, SECRET)
                            .leavesOpen(QUERY)
                            .relabelled("x-sinch-webhook-signature-algorithm", "HmacSHA1")
                            .relabelled("x-sinch-webhook-signature-algorithm", "HmacSHA512")
                            .relabelled("x-sinch-webhook-signature-algorithm", "none")),
            // The key pair of Telnyx's own tests: telnyx-java c91fcd9, WebhookVerificationTest.kt.
            Row.of("telnyx", new TelnyxDoor())
                    .signed(new Signed(
                                    "signature",
                                    "i1xxSkIuQOY9H8laaRslIoYGTJ1NwBAFdjsQwiwJH04=",
                                    "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=")
                            .leavesOpen(QUERY)),
            Row.of("twilio", new TwilioDoor()).signed(SECRET, SPELLING_OF_ESCAPES),
            Row.of("vonage-messages", new VonageMessagesDoor())
                    .signed(new Signed("token", SECRET, SECRET)
                            .token("Authorization")
                            .leavesOpen(QUERY, CASE_OF_SCHEME)),
            Row.of("vonage-sms", new VonageSmsDoor())
                    .signed(vonage("json").leavesOpen(QUERY))
                    .signed(vonage("form")
                            .leavesOpen(QUERY, SPELLING_OF_ESCAPES)
                            .option("signature-method", "md5hash"))
                    .signed(vonage("query").leavesOpen(SPELLING_OF_ESCAPES).option("signature-method", "sha512")));

    private Setups() {}

    private static byte[] nothing(URI address) throws IOException {
        throw new IOException("nothing is fetched in this test");
    }

    private static Signed sns(String version) {
        String keys = "target/simulator-sns-for-rules";
        return new Signed("signature version " + version, "", "")
                .account("keys", keys)
                .account("signature-version", version)
                .connector("topics", "arn:aws:sns:eu-north-1:123456789012:uptext-demo")
                .connector("signing-certificate", keys + "/certificate.pem")
                .leavesOpen(QUERY, FIELDS_OF_AN_ENVELOPE);
    }

    private static Signed messageBird(String algorithm) {
        return new Signed("token in " + algorithm, SECRET, SECRET)
                .account("algorithm", algorithm)
                .token("MessageBird-Signature-JWT");
    }

    private static Signed vonage(String format) {
        return new Signed("signature of a " + format, SECRET, SECRET)
                .account("format", format)
                .leavesOpen(CASE_OF_HEXADECIMAL)
                .provingParameter("sig")
                .provingParameter("timestamp");
    }

    private static Signed hmac(String encoding, String algorithm) {
        return new Signed("HMAC " + algorithm + " in " + encoding, SECRET, SECRET)
                .option("signature", "hmac")
                .option("hmac-header", "X-Gateway-Signature")
                .option("hmac-encoding", encoding)
                .option("hmac-algorithm", algorithm)
                .leavesOpen(QUERY);
    }

    /** All whose provider has a row here; that each has one is for a test of its own to say. */
    public static List<Setup> all() {
        return SimulatedProviders.all().stream().flatMap(Setups::of).toList();
    }

    /** Those of a provider, which are none if it has no row here. */
    static Stream<Setup> of(SimulatedProvider provider) {
        return ROWS.stream()
                .filter(row -> row.provider().equals(provider.name()))
                .flatMap(row -> row.setups(provider));
    }
}
