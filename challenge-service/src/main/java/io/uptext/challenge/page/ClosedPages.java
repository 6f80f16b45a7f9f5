/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What is shown to whoever has no page here. It is made once for each language and has no nonce, so that the answer is the same,
 * byte for byte, for whatever reason.
 */
final class ClosedPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String POLICY = PageHeaders.policy(sha256(Templates.STYLE));
    private static final int LOOK_AGAIN_SECONDS = 2;

    private final Map<String, byte[]> missing = new HashMap<>();
    private final Map<String, byte[]> starting = new HashMap<>();

    ClosedPages() {
        for (String tag : Language.TAGS) {
            Language language = Language.of(tag);
            missing.put(tag, page(language, "page.missing", "page.missingWords", 0));
            starting.put(tag, page(language, "lost", "page.again", LOOK_AGAIN_SECONDS));
        }
    }

    /** There is no such page, or not for this browser. */
    Mono<ServerResponse> missing(Language language) {
        return answer(HttpStatus.NOT_FOUND, missing, language);
    }

    /** This instance is still reading what happened before it started; the page looks again by itself. */
    Mono<ServerResponse> starting(Language language) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, starting, language);
    }

    private static Mono<ServerResponse> answer(HttpStatus status, Map<String, byte[]> pages, Language language) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .headers(headers -> {
                    PageHeaders.set(headers, POLICY);
                    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set("Retry-After", String.valueOf(LOOK_AGAIN_SECONDS));
                    }
                })
                .bodyValue(pages.getOrDefault(language.tag(), new byte[0]));
    }

    private static byte[] page(Language language, String heading, String words, int lookAgainSeconds) {
        return Templates.closed(Map.of(
                        "language", language.tag(),
                        "direction", language.direction(),
                        "heading", language.say(heading),
                        "words", language.say(words),
                        "refresh", lookAgainSeconds == 0 ? false : String.valueOf(lookAgainSeconds),
                        "style", Templates.STYLE))
                .getBytes(UTF_8);
    }

    private static String sha256(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
