/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import io.uptext.quickstart.Addresses;
import io.uptext.quickstart.Stack;
import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real Uptext for all tests of this JVM. */
final class Uptext {

    static final Stack STACK = start();

    private static final HttpClient PHONE = HttpClient.newHttpClient();
    private static final AtomicInteger PHONES = new AtomicInteger();

    private Uptext() {}

    private static Stack start() {
        Path folder =
                Path.of("target", "run", "tests-" + ProcessHandle.current().pid());
        List<String> origins = Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(kind.port, kind.strictPort))
                .map(Addresses::url)
                .toList();
        Stack stack = Stack.start(folder, Addresses.free(), List.of(), origins, _ -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    }

    /** A phone that has never texted: one that misses in several tests would be locked in the last of them. */
    static String stranger() {
        return "+467098%05d".formatted(PHONES.incrementAndGet());
    }

    /** As its relying party reads it. */
    static String challenge(String id) {
        return send(HttpRequest.newBuilder(
                                URI.create(Addresses.url(STACK.addresses().challenge()) + "/v1/challenges/" + id))
                        .header("Authorization", "Bearer " + STACK.secrets().acmeKey())
                        .build())
                .body();
    }

    static void text(String from, String text) {
        int status =
                send(STACK.phone().webhook(Phone.TWILIO, from, "50500", text)).statusCode();
        if (status != 200) {
            throw new IllegalStateException("the text was answered with " + status);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return PHONE.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
