/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as a provider sends it.
 *
 * @param method GET, POST or OPTIONS
 * @param url where it goes, with its query
 * @param headers in order; a name may stand twice
 * @param body nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SimulatedRequest(String method, URI url, List<Header> headers, byte[] body) {

    /** One header. */
    public record Header(String name, String value) {}

    private static final byte[] EMPTY = {};

    public SimulatedRequest {
        headers = List.copyOf(headers);
    }

    /** A GET, all of which is in its query. */
    public static SimulatedRequest get(URI url) {
        return new SimulatedRequest("GET", url, List.of(), EMPTY);
    }

    /** A POST of a text in UTF-8. */
    public static SimulatedRequest post(URI url, String contentType, String body) {
        return post(url, contentType, body.getBytes(UTF_8));
    }

    /** A POST of bytes. */
    public static SimulatedRequest post(URI url, String contentType, byte[] body) {
        return new SimulatedRequest("POST", url, List.of(new Header("Content-Type", contentType)), body);
    }

    /** The same request with one more header. */
    public SimulatedRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SimulatedRequest(method, url, more, body);
    }

    /** The same request without a header. */
    public SimulatedRequest without(String name) {
        return new SimulatedRequest(
                method,
                url,
                headers.stream()
                        .filter(header -> !header.name().equalsIgnoreCase(name))
                        .toList(),
                body);
    }

    /** The same request with one more parameter in its query. */
    public SimulatedRequest withParameter(String name, String value) {
        String parameter = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
        String separator = url.getRawQuery() == null ? "?" : "&";
        return new SimulatedRequest(method, URI.create(url + separator + parameter), headers, body);
    }

    /** The same request to another address. */
    public SimulatedRequest to(URI other) {
        return new SimulatedRequest(method, other, headers, body);
    }

    /** The same request with another body. */
    public SimulatedRequest withBody(byte[] other) {
        return new SimulatedRequest(method, url, headers, other);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** As the JDK's client sends it. */
    public HttpRequest toHttp() {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).method(method, publisher);
        headers.forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SimulatedRequest[" + method + "]";
    }
}
