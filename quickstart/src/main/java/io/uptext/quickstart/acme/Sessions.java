/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.JsonNode;

/** Which browser waits for which challenge. */
final class Sessions {

    private static final String COOKIE = "acme_session";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /**
     * What a session waits for.
     *
     * @param challenge its challenge
     * @param verifier what shows at the redemption that the challenge was created for this session (PKCE)
     * @param page where Uptext shows the challenge; empty where a page of ours does
     * @param token what lets the browser in there
     */
    record Waiting(String challenge, String verifier, String page, String token) {

        /** That of a challenge as it was created. */
        static Waiting of(JsonNode created, String verifier) {
            return new Waiting(
                    created.path("id").asString(),
                    verifier,
                    created.path("pageUrl").asString(""),
                    created.path("waitToken").asString());
        }

        /** What the verifier is of, which may be known. */
        String codeChallenge() {
            return sha256(verifier);
        }

        @Override
        public String toString() {
            return challenge;
        }
    }

    /** A secret that nobody has had before. */
    String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Begins a session that waits, and gives the cookie of its browser. */
    ResponseCookie begin(Waiting begun) {
        String session = secret();
        waiting.put(session, begun);
        return cookie(session, -1);
    }

    Optional<Waiting> waiting(ServerRequest request) {
        return session(request).map(waiting::get);
    }

    /** Ends the session of a browser, and gives the cookie that it is to have instead. */
    ResponseCookie end(ServerRequest request) {
        session(request).ifPresent(waiting::remove);
        return cookie("", 0);
    }

    private static Optional<String> session(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(COOKIE)).map(HttpCookie::getValue);
    }

    /** Lax rather than Strict: a browser that comes back from Uptext's page comes from another site. */
    private static ResponseCookie cookie(String value, long maxAge) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
