/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import io.uptext.inbound.http.Ingress;
import io.uptext.simulator.SimulatedRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** All mutations that a setup's requests can suffer. */
final class Mutations {

    /** One second more than a signed time may be off. */
    private static final Duration TOO_FAR = Duration.ofSeconds(301);

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Mutations() {}

    static List<Mutation> of(Setup setup, SimulatedRequest good) {
        List<Mutation> mutations = new ArrayList<>();
        mutations.add(Mutation.fixed("the secret of another", _ -> setup.requestOfAnother(Ingress.NOW)));
        proofHeaders(setup).forEach(header -> mutations.addAll(ofHeader(header)));
        if (setup.isSigned()) {
            if (good.body().length > 0) {
                mutations.add(new Mutation("a byte of the body", Mutations::flipBody));
                mutations.add(Mutation.fixed("no body", request -> request.withBody(new byte[0])));
            }
            if (setup.provider().signsTime(setup.account())) {
                mutations.add(Mutation.fixed("too old", _ -> setup.request(Ingress.NOW.minus(TOO_FAR))));
                mutations.add(Mutation.fixed("too early", _ -> setup.request(Ingress.NOW.plus(TOO_FAR))));
            }
            mutations.add(Mutation.fixed("one more parameter in the URL", request -> request.withParameter("a", "b")));
        }
        int proof = proofInUrl(setup, good);
        if (proof >= 0) {
            mutations.add(
                    new Mutation("a character of the query", (request, random) -> changeUrl(request, proof, random)));
            mutations.add(Mutation.fixed("no query", request -> request.to(URI.create(withoutQuery(request)))));
        }
        mutations.addAll(setup.own());
        return mutations;
    }

    /** The headers without which nothing is proven. */
    static List<String> proofHeaders(Setup setup) {
        return switch (setup.account().proof()) {
            case SIGNATURE -> setup.provider().signatureHeaders(setup.account());
            case BASIC -> List.of("Authorization");
            case HEADER -> List.of("X-Uptext-Secret");
            case QUERY, NONE -> List.of();
        };
    }

    private static List<Mutation> ofHeader(String header) {
        return List.of(
                Mutation.fixed("without " + header, request -> request.without(header)),
                Mutation.fixed(
                        "empty " + header, request -> request.without(header).with(header, "")),
                Mutation.fixed(
                        "twice " + header,
                        request -> request.header(header)
                                .map(value -> request.with(header, value))
                                .orElse(request)),
                Mutation.fixed(header + " and another one", request -> request.with(header, "another")),
                new Mutation("a bit of " + header, (request, random) -> flipHeader(request, header, random)));
    }

    private static SimulatedRequest flipBody(SimulatedRequest request, Random random) {
        byte[] body = request.body().clone();
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return request.withBody(body);
    }

    private static SimulatedRequest flipHeader(SimulatedRequest request, String header, Random random) {
        return request.header(header)
                .filter(value -> !value.isEmpty())
                .map(value -> request.without(header).with(header, flip(value, random)))
                .orElse(request);
    }

    /** A text in ASCII with one bit changed, so that a header can still hold it. */
    private static String flip(String text, Random random) {
        String flipped;
        do {
            flipped = flip(text, random.nextInt(text.length()), random.nextInt(Byte.SIZE - 1));
        } while (!isHeaderValue(flipped));
        return flipped;
    }

    /** Printable ASCII without a space at an end, which is no part of a value (RFC 9110, 5.5). */
    private static boolean isHeaderValue(String text) {
        return text.chars().allMatch(each -> each >= ' ' && each <= '~') && text.equals(text.strip());
    }

    /** A text in ASCII with one bit changed. */
    static String flip(String text, int at, int bit) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ (1 << bit)) + text.substring(at + 1);
    }

    /** Where that part of the URL begins which proves something, and which is the rest of it: -1 if there is none. */
    private static int proofInUrl(Setup setup, SimulatedRequest good) {
        String url = good.url().toString();
        return switch (setup.account().proof()) {
            case SIGNATURE -> good.url().getRawQuery() == null ? -1 : url.indexOf('?') + 1;
            case QUERY -> url.indexOf("secret=") + "secret=".length();
            case BASIC, HEADER, NONE -> -1;
        };
    }

    private static SimulatedRequest changeUrl(SimulatedRequest request, int start, Random random) {
        String url = request.url().toString();
        int at = start + random.nextInt(url.length() - start);
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        try {
            return request.to(new URI(url.substring(0, at) + other + url.substring(at + 1)));
        } catch (URISyntaxException e) {
            return request; // what was changed belongs to an escape
        }
    }

    private static String withoutQuery(SimulatedRequest request) {
        return request.url().toString().split("\\?", 2)[0];
    }

    /** Whether there are two requests. */
    static boolean differ(SimulatedRequest one, SimulatedRequest other) {
        return !one.url().equals(other.url())
                || !one.headers().equals(other.headers())
                || !Arrays.equals(one.body(), other.body());
    }
}
