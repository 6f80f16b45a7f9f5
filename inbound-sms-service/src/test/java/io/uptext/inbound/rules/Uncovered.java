/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.simulator.SimulatedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a provider's scheme does not cover, why, and so which mutants may pass. They must say what the original said. */
enum Uncovered {
    /** What is signed are decoded parameters, so {@code %2B} and {@code %2b} are the same to it. */
    SPELLING_OF_ESCAPES,

    /** Hexadecimal digits are the same in either case, which the provider's own libraries ignore too. */
    CASE_OF_HEXADECIMAL,

    /** What is signed is the body, perhaps with headers; nothing is read from the URL. */
    QUERY,

    /** Several signatures, for tokens that are being changed, are alternatives: one good one is enough. */
    ONE_OF_SEVERAL_SIGNATURES,

    /**
     * What is signed is the URL and a nonce, and nothing of the message. What protects instead is the memory of nonces: each
     * is bound to the digest of the first request that comes with it, and any other one is refused.
     */
    MESSAGE,

    /** The name of an authentication scheme is the same in any case (RFC 9110, section 11.1). */
    CASE_OF_SCHEME,

    /** SNS signs the fields that say something, and not where its certificate is or where to unsubscribe. */
    FIELDS_OF_AN_ENVELOPE;

    private static final List<String> SNS_SIGNS = List.of(
            "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type", "SignatureVersion", "Signature");
    private static final Pattern SCHEME = Pattern.compile("(?i)(basic|bearer) ");
    private static final Pattern VONAGE_SIGNATURE = Pattern.compile("\\bsig(=|\":\")[0-9A-Fa-f]+");
    private static final Pattern PLIVO_SIGNATURE = Pattern.compile("(?i)X-Plivo-Signature-(MA-)?V[23]");

    /** Whether a mutant differs from the good request in nothing but this. */
    boolean excuses(SimulatedRequest good, SimulatedRequest mutant) {
        return switch (this) {
            case SPELLING_OF_ESCAPES ->
                good.headers().equals(mutant.headers())
                        && decoded(good.body()).equals(decoded(mutant.body()))
                        && decoded(urlOf(good)).equals(decoded(urlOf(mutant)));
            case CASE_OF_HEXADECIMAL ->
                inLowerCase(good.body()).equals(inLowerCase(mutant.body()))
                        && inLowerCase(urlOf(good)).equals(inLowerCase(urlOf(mutant)));
            case QUERY -> sameButTheQuery(good, mutant);
            case ONE_OF_SEVERAL_SIGNATURES -> oneSignatureIsLeft(good, mutant);
            case MESSAGE -> good.headers().equals(mutant.headers());
            case CASE_OF_SCHEME ->
                good.url().equals(mutant.url())
                        && Arrays.equals(good.body(), mutant.body())
                        && withoutScheme(good).equals(withoutScheme(mutant));
            case FIELDS_OF_AN_ENVELOPE ->
                good.url().equals(mutant.url())
                        && good.headers().equals(mutant.headers())
                        && SNS_SIGNS.stream().allMatch(name -> field(good, name).equals(field(mutant, name)));
        };
    }

    private static boolean sameButTheQuery(SimulatedRequest good, SimulatedRequest mutant) {
        return Arrays.equals(good.body(), mutant.body())
                && good.headers().equals(mutant.headers())
                && withoutQuery(good.url()).equals(withoutQuery(mutant.url()));
    }

    private static boolean oneSignatureIsLeft(SimulatedRequest good, SimulatedRequest mutant) {
        return good.url().equals(mutant.url())
                && Arrays.equals(good.body(), mutant.body())
                && good.headers().stream()
                        .anyMatch(header ->
                                isPlivoSignature(header) && mutant.headers().contains(header))
                && good.headers().stream()
                        .allMatch(header ->
                                isPlivoSignature(header) || mutant.headers().contains(header));
    }

    private static boolean isPlivoSignature(SimulatedRequest.Header header) {
        return PLIVO_SIGNATURE.matcher(header.name()).matches();
    }

    private static String inLowerCase(byte[] parameters) {
        return VONAGE_SIGNATURE
                .matcher(new String(parameters, ISO_8859_1))
                .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private static byte[] urlOf(SimulatedRequest request) {
        return request.url().toString().getBytes(ISO_8859_1);
    }

    private static String decoded(byte[] form) {
        try {
            return URLDecoder.decode(new String(form, ISO_8859_1), ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return new String(form, ISO_8859_1);
        }
    }

    private static String withoutQuery(URI url) {
        return url.toString().split("\\?", 2)[0];
    }

    private static String field(SimulatedRequest request, String name) {
        try {
            return JsonMapper.shared().readTree(request.body()).path(name).toString();
        } catch (JacksonException e) {
            return "not JSON, and not equal to anything: " + UUID.randomUUID();
        }
    }

    private static Optional<String> withoutScheme(SimulatedRequest request) {
        return request.header("Authorization")
                .map(value -> SCHEME.matcher(value).replaceFirst(""));
    }
}
