/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * A page with places to be filled in, written as {@code {{name}}}.
 *
 * @param html as it is in the class path
 */
public record Page(String html) {

    /** The page at a path of the class path. */
    public static Page of(String path) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new Page(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** The page at a path, within what it has in common with others, which has {@code {{{content}}}} for it. */
    public static Page within(Page layout, String path) {
        return new Page(layout.html.replace("{{{content}}}", of(path).html));
    }

    /** The page with its places filled, each with a text that is markup for nobody. */
    public Mono<ServerResponse> answer(Map<String, String> values, ResponseCookie... cookies) {
        String filled = html;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", HtmlUtils.htmlEscape(value.getValue()));
        }
        ServerResponse.BodyBuilder answer = ServerResponse.ok().contentType(MediaType.TEXT_HTML);
        for (ResponseCookie cookie : cookies) {
            answer.cookie(cookie);
        }
        return answer.bodyValue(filled);
    }
}
