/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class OtherMethodsTests {

    private static final String OWN_HEAD = "X-Own-Head";
    private static final String HANDLED = "X-Handled";

    private final AtomicInteger handled = new AtomicInteger();
    private final RouterFunction<ServerResponse> things = RouterFunctions.route()
            .POST("/things", this::handle)
            .GET("/things", this::handle)
            .GET("/things/{id}", this::handle)
            .DELETE("/things/{id}", this::handle)
            .POST("/things/{id}/use", this::handle)
            .build();
    private final RouterFunction<ServerResponse> others = RouterFunctions.route()
            .GET("/others", this::handle)
            .HEAD("/others", _ -> ServerResponse.ok().header(OWN_HEAD, "yes").build())
            .build();

    private Mono<ServerResponse> handle(ServerRequest request) {
        handled.incrementAndGet();
        return ServerResponse.ok()
                .header(
                        HANDLED,
                        request.method() + " " + request.pathVariables().getOrDefault("id", "all"))
                .bodyValue("handled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT     | /things         | GET, HEAD, POST",
                "DELETE  | /things         | GET, HEAD, POST",
                "POST    | /things/1       | GET, HEAD, DELETE",
                "OPTIONS | /things/1       | GET, HEAD, DELETE",
                "FROB    | /things/1       | GET, HEAD, DELETE",
                "GET     | /things/1/use   | POST",
                "HEAD    | /things/1/use   | POST",
                "POST    | /others         | GET, HEAD",
            })
    void another_method_is_refused_with_those_that_there_are(String method, String path, String allowed) {
        EntityExchangeResult<byte[]> answer = exchange(method, path);

        assertThat(answer.getStatus().value()).isEqualTo(405);
        assertThat(answer.getResponseHeaders().getOrEmpty(HttpHeaders.ALLOW)).containsExactly(allowed);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                .isEqualTo("application/problem+json");
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"GET, /thing", "PUT, /thing", "HEAD, /things/1/2/3", "POST, /"})
    void an_address_that_there_is_not_stays_unknown(String method, String path) {
        assertThat(exchange(method, path).getStatus().value()).isEqualTo(404);
    }

    @Test
    void HEAD_is_handled_as_GET_is() {
        EntityExchangeResult<byte[]> answer = exchange("HEAD", "/things/12");

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getFirst(HANDLED)).isEqualTo("GET 12");
        assertThat(answer.getResponseBody()).isNull();
        assertThat(handled).hasValue(1);
    }

    @Test
    void a_HEAD_of_its_own_is_left_alone() {
        assertThat(exchange("HEAD", "/others").getResponseHeaders().getFirst(OWN_HEAD))
                .isEqualTo("yes");
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"GET, /things", "POST, /things", "DELETE, /things/1", "POST, /things/1/use"})
    void methods_that_there_are_are_left_alone(String method, String path) {
        assertThat(exchange(method, path).getStatus().value()).isEqualTo(200);
        assertThat(handled).hasValue(1);
    }

    private EntityExchangeResult<byte[]> exchange(String method, String path) {
        return client().method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** It comes first: nobody can rely upon the order of beans. */
    private WebTestClient client() {
        RouterFunction<ServerResponse> all = new OtherMethods(() -> Stream.of(things, others));
        return WebTestClient.bindToRouterFunction(all.and(things).and(others))
                .handlerStrategies(HandlerStrategies.builder()
                        .exceptionHandler(new ProblemAnswers())
                        .build())
                .build();
    }
}
