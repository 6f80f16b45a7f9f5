/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request with a token, for tests that hold two opinions on it against each other. */
record SignedSample(String secret, String url, @Nullable String query, String body, String token, Instant at) {

    private static final String ALPHABET = "abcXYZ019-_.~%&=+ /\u00e5\u20ac";
    private static final List<String> QUERIES = List.of("a=1", "b=2&a=1", "a=%C3%A5+x", "a", "=&&", "");

    /** One whose claims may each be wrong. */
    static SignedSample random(Random random, Instant now) {
        String body = random.nextBoolean() ? "" : text(random, 1 + random.nextInt(30));
        String hash = body.isEmpty() == random.nextInt(10) > 0 ? "" : ",BODY";
        String issuer =
                random.nextInt(10) > 0 ? "ISS" : "\"iss\":\"" + text(random, 3).replace("/", "") + "\"";
        Instant start = now.plusSeconds(random.nextInt(5) - 2);
        Instant end = now.plusSeconds(random.nextInt(5) - 2);
        SignedSample sample = unsigned(random, body, now);
        String claims = written(
                "{" + issuer + ",NBF,EXP,URL" + hash.replace("BODY", bodyClaim(body)) + "}",
                start,
                end,
                random.nextInt(10) > 0 ? sample.wholeUrl() : sample.url());
        return sample.with(Tokens.sign(Tokens.HS256, claims, random.nextInt(10) > 0 ? sample.secret() : "other"));
    }

    /** One that nobody has changed. */
    static SignedSample right(Random random, Instant now) {
        String body = random.nextBoolean() ? "" : text(random, 1 + random.nextInt(30));
        SignedSample sample = unsigned(random, body, now);
        String claims = written(
                "{ISS,NBF,EXP,URL" + (body.isEmpty() ? "" : "," + bodyClaim(body)) + "}",
                now,
                now.plusSeconds(60),
                sample.wholeUrl());
        return sample.with(Tokens.sign(Tokens.HS256, claims, sample.secret()));
    }

    private static SignedSample unsigned(Random random, String body, Instant now) {
        String secret = text(random, 20).strip() + "x";
        String query = random.nextBoolean() ? null : QUERIES.get(random.nextInt(QUERIES.size()));
        return new SignedSample(secret, "https://a.example/" + random.nextInt(1000), query, body, "", now);
    }

    private static String bodyClaim(String body) {
        return "\"payload_hash\":\"" + hash(body) + "\"";
    }

    private static String hash(String text) {
        return Signatures.sha256Hex(text.getBytes(UTF_8));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, ALPHABET.length()).forEach(each -> text.append(ALPHABET.charAt(each)));
        return text.toString();
    }

    /** Claims of which some stand there by their name only. */
    static String written(String claims, Instant start, Instant end, String url) {
        return claims.replace("ISS", "\"iss\":\"MessageBird\"")
                .replace("NBF", "\"nbf\":" + start.getEpochSecond())
                .replace("EXP", "\"exp\":" + end.getEpochSecond())
                .replace("URL", "\"url_hash\":\"" + hash(url) + "\"");
    }

    /** The same with another token. */
    SignedSample with(String other) {
        return new SignedSample(secret, url, query, body, other, at);
    }

    /** The same but for one character of token, body, URL or secret, or the token's time. */
    SignedSample changed(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new SignedSample(secret, url, query, body + text(random, 1), token, at);
            case 1 -> new SignedSample(secret, url + random.nextInt(10), query, body, token, at);
            case 2 -> new SignedSample(secret, url, query == null ? "" : query + "&", body, token, at);
            case 3 -> new SignedSample(secret + "x", url, query, body, token, at);
            case 4 -> new SignedSample(secret, url, query, body, token, at.plusSeconds(random.nextBoolean() ? 62 : -2));
            default -> with(otherToken(random));
        };
    }

    private String otherToken(Random random) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        while (true) {
            int at = random.nextInt(token.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            if (token.charAt(at) != other && token.charAt(at) != '.') {
                return token.substring(0, at) + other + token.substring(at + 1);
            }
        }
    }

    String wholeUrl() {
        return query == null ? url : url + "?" + query;
    }

    RawRequest raw() {
        return new RawRequest(
                "POST",
                name -> name.equalsIgnoreCase("MessageBird-Signature-JWT") ? List.of(token) : List.of(),
                query,
                body.getBytes(UTF_8),
                at,
                Set.of());
    }

    Connector connector(MessageBirdDoor door) {
        return Connectors.of(door).secrets(secret).publicUrl(url).build();
    }
}
