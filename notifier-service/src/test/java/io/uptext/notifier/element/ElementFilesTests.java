/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.element.Element;
import io.uptext.platform.http.HttpConventions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.server.WebExceptionHandler;

class ElementFilesTests {

    private final AnnotationConfigApplicationContext platform =
            new AnnotationConfigApplicationContext(HttpConventions.class);
    private final WebTestClient client = WebTestClient.bindToRouterFunction(new ElementFiles().routes())
            .handlerStrategies(HandlerStrategies.builder()
                    .exceptionHandler(platform.getBean(WebExceptionHandler.class))
                    .build())
            .build();

    @AfterEach
    void closePlatform() {
        platform.close();
    }

    @Test
    void the_script_is_for_every_page_and_for_ever() {
        byte[] script = client.get()
                .uri(Element.path())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=utf-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(script).isEqualTo(Element.file("uptext-challenge.js").orElseThrow());
    }

    @Test
    void whoever_takes_gzip_gets_it() throws IOException {
        byte[] packed = client.get()
                .uri("/element/" + Element.VERSION + "/words/ar.json")
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "gzip")
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(packed).isNotNull();
        try (GZIPInputStream words = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(words.readAllBytes())
                    .isEqualTo(Element.file("words/ar.json").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/element/0.0.1/uptext-challenge.js",
                "/element/VERSION/Element.class",
                "/element/VERSION/words/xx.json",
                "/element/VERSION/words/..%2Fen.json",
                "/element/VERSION/%2e%2e/words/en.json"
            })
    void there_is_nothing_else(String path) {
        client.get()
                .uri(path.replace("VERSION", Element.VERSION))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
