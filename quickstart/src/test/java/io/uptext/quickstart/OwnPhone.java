/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import io.uptext.quickstart.web.PageServer;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;

/** A phone of a test's own, into which no other test texts. */
final class OwnPhone implements AutoCloseable {

    private final PageServer server;
    private final String url;

    private OwnPhone(String inbound) {
        Phone phone = new Phone(
                Running.STACK.http(),
                inbound,
                Running.STACK.secrets().twilioToken(),
                Running.STACK.secrets().genericSecret(),
                Clock.systemUTC());
        int port = Ports.free();
        this.url = Addresses.url(port);
        this.server = PageServer.start(port, "pages/phone", PageServer.Allowed.NOTHING, Map.of(), phone.routes());
    }

    /** One with service. */
    static OwnPhone start() {
        return new OwnPhone(Addresses.url(Running.STACK.addresses().inbound()));
    }

    /** One behind which nobody is. */
    static OwnPhone withoutUptext() {
        return new OwnPhone(Addresses.url(Ports.free()));
    }

    String url() {
        return url + "/";
    }

    /** A text comes to the phone. */
    void receives(String from, String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/incoming", "application/json", Json.MAPPER.writeValueAsString(Map.of("from", from, "text", text)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the phone answered " + answer.statusCode());
        }
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Running.STACK.http().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
