/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.registry.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One operation, as far as its page does not say it: what it is called, takes and answers. */
public final class Operation {

    /**
     * What is answered when all went well.
     *
     * @param headers by name, Content-Type not among them
     * @param body an example; its class is what is always answered
     * @param head of the table that says what its fields mean
     */
    record Answer(int status, Map<String, String> headers, Object body, String head) {}

    final String id;
    final HttpMethod method;
    final String path;
    final String tag;
    final Words words;
    final List<Answer> answers = new ArrayList<>();

    @Nullable
    Scope scope;

    final Map<Problem, Map<String, String>> headers = new EnumMap<>(Problem.class);
    final List<Parameter> parameters = new ArrayList<>();

    @Nullable
    Object body;

    private Operation(String id, HttpMethod method, String path, String tag, Words words) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.tag = tag;
        this.words = words;
    }

    /**
     * Begins to describe one.
     *
     * @param id what generated clients call it
     * @param words of a page that has a section with method and path in its heading
     */
    public static Operation of(String id, HttpMethod method, String path, String tag, Words words) {
        return new Operation(id, method, path, tag, words);
    }

    /** It wants a key with this scope. */
    public Operation needs(Scope wanted) {
        scope = wanted;
        return this;
    }

    /** Its requests can be named. */
    public Operation repeatable() {
        parameters.add(new Parameter("header", "Idempotency-Key", String.class));
        return this;
    }

    /** It has this in its path, in braces. */
    public Operation on(String name, Class<?> type) {
        parameters.add(new Parameter("path", name, type));
        return this;
    }

    /** It can be asked with this in its query. */
    public Operation by(String name, Class<?> type) {
        parameters.add(new Parameter("query", name, type));
        return this;
    }

    /** It takes such a body, or none. */
    public Operation takes(Object example) {
        body = example;
        return this;
    }

    /** It answers like this when all goes well, with such a body. */
    public Operation answers(Mono<ServerResponse> response, Object example) {
        return answers(response, example, "field of the answer");
    }

    /** As above, with a table that is headed like this; several answers may have the same status. */
    public Operation answers(Mono<ServerResponse> response, Object example, String head) {
        ServerResponse answer = response.blockOptional().orElseThrow();
        Map<String, String> others = new LinkedHashMap<>(answer.headers().toSingleValueMap());
        others.keySet().removeAll(Set.of("Content-Type", "Content-Length"));
        answers.add(new Answer(answer.statusCode().value(), others, example, head));
        return this;
    }

    /** This problem has headers of its own here. */
    public Operation answers(ProblemException problem) {
        headers.put(problem.problem(), problem.headers());
        return this;
    }

    /** Method and path, as the heading on its page has them. */
    public String address() {
        return method + " " + path;
    }
}
