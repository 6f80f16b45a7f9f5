/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Signatures;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Held against Twilio's own library over seeded random requests, right ones and changed ones: both believe the same. No
 * parameter is repeated, since the library takes a map and cannot be asked about those.
 */
class TwilioLibraryTests {

    private static final String ALPHABET = "abzABZ019 +&=%?#/.,:-_~'\"<>\\\u00e5\u20ac\n\t";
    private static final List<String> URLS = List.of(
            "https://a.example/x",
            "https://a.example:443/x",
            "https://a.example:8443/x",
            "http://a.example/x",
            "http://a.example:80/x",
            "https://user:pass@a.example/x",
            "https://a.example//x/",
            "https://a.example/");
    private static final List<String> QUERIES = List.of("a=1&b=2", "b=2&a=1", "a", "a=%20x", "a=%2Bx", "a=1+2", "=");

    private final TwilioDoor door = new TwilioDoor();

    private record Sample(
            String token, String url, @Nullable String query, Map<String, String> form, String signature) {

        Sample with(String other) {
            return new Sample(token, url, query, form, other);
        }

        String wholeUrl() {
            return query == null ? url : url + "?" + query;
        }
    }

    @Test
    void bothBelieveWhatTwilioSigns() {
        Random random = new Random(20261124);
        for (int i = 0; i < 5000; i++) {
            Sample sample = signed(random);

            assertThat(library(sample)).as("sample %s: %s", i, sample).isTrue();
            assertThat(believe(sample)).as("sample %s: %s", i, sample).isTrue();
        }
    }

    @Test
    void neitherBelievesAChangedRequest() {
        Random random = new Random(20261125);
        for (int i = 0; i < 5000; i++) {
            Sample changed = changed(signed(random), random);

            assertThat(library(changed)).as("sample %s: %s", i, changed).isFalse();
            assertThat(believe(changed)).as("sample %s: %s", i, changed).isFalse();
        }
    }

    private static Sample signed(Random random) {
        Map<String, String> form = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            form.put(text(random, 1 + random.nextInt(4)), text(random, random.nextInt(8)));
        }
        Sample sample = new Sample(
                text(random, 20),
                URLS.get(random.nextInt(URLS.size())),
                random.nextBoolean() ? null : QUERIES.get(random.nextInt(QUERIES.size())),
                form,
                "");
        return sample.with(sign(sample));
    }

    private static String sign(Sample sample) {
        StringBuilder signed = new StringBuilder(sample.wholeUrl());
        new TreeMap<>(sample.form())
                .forEach((name, value) -> signed.append(name).append(value));
        return Signatures.hmac(
                "HmacSHA1", sample.token().getBytes(UTF_8), signed.toString().getBytes(UTF_8));
    }

    private static Sample changed(Sample sample, Random random) {
        Map<String, String> form = new HashMap<>(sample.form());
        return switch (random.nextInt(5)) {
            case 0 -> new Sample(sample.token() + "x", sample.url(), sample.query(), form, sample.signature());
            case 1 -> new Sample(sample.token(), sample.url() + "y", sample.query(), form, sample.signature());
            case 2 ->
                new Sample(
                        sample.token(),
                        sample.url(),
                        sample.query() == null ? "c=3" : sample.query() + "&c=3",
                        form,
                        sample.signature());
            case 3 -> {
                form.put("From", text(random, 5));
                yield new Sample(sample.token(), sample.url(), sample.query(), form, sample.signature());
            }
            default -> {
                int at = random.nextInt(sample.signature().length());
                char other = sample.signature().charAt(at) == 'A' ? 'B' : 'A';
                yield sample.with(sample.signature().substring(0, at)
                        + other
                        + sample.signature().substring(at + 1));
            }
        };
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, ALPHABET.length()).forEach(each -> text.append(ALPHABET.charAt(each)));
        return text.toString();
    }

    private boolean believe(Sample sample) {
        String form = sample.form().entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return door.authenticate(
                        TwilioRequests.request(sample.query(), form, sample.signature()),
                        TwilioRequests.connector(sample.url(), sample.token()))
                instanceof Authenticity.Genuine;
    }

    private static boolean library(Sample sample) {
        return new RequestValidator(sample.token()).validate(sample.wholeUrl(), sample.form(), sample.signature());
    }
}
