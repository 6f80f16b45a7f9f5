/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.uptext.contracts.topic.Topic;
import io.uptext.testkit.http.RawHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/**
 * A test that speaks to the challenge API byte by byte. Whatever it says, neither a number nor a text nor a fault of ours is
 * logged, and whoever comes next is served.
 */
abstract class ApiEdgeTest {

    /** How the numbers begin that no log and no answer may have. */
    static final String CANARY_NUMBERS = "4670999";

    /** What stands for the number of somebody who is not yet waiting for another challenge; few may be open for each. */
    static final String NUMBER = "+" + CANARY_NUMBERS + "7766";

    /** What every body says somewhere. */
    static final String CANARY = "canary-of-the-api";

    /** A good body. */
    static final String BODY = "{\"msisdn\":\"" + NUMBER + "\",\"metadata\":{\"order\":\"" + CANARY + "\"}}";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void nothingPersonalAndNoFaultIsLoggedAndWhoeverComesNextIsServed() throws IOException {
        try {
            exchange(post("", BODY)).isTaken();
        } finally {
            ROOT.detachAppender(log);
        }
        assertThat(log.list).allSatisfy(event -> {
            String line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getLevel()).as(line).isNotEqualTo(Level.ERROR);
            assertThat(line).doesNotContain(CANARY_NUMBERS, CANARY, "upk_", "upw_");
        });
    }

    static int port() {
        return Running.STACK.addresses().challenge();
    }

    static ApiOutcome exchange(String request) throws IOException {
        return exchange(request.getBytes(ISO_8859_1));
    }

    static ApiOutcome exchange(byte[]... request) throws IOException {
        byte[][] ofSomebody =
                Arrays.stream(request).map(ApiEdgeTest::ofSomebody).toArray(byte[][]::new);
        long before = published();
        String answers = RawHttp.exchange(port(), ofSomebody);
        return new ApiOutcome(RawHttp.statuses(answers), published() - before, answers);
    }

    private static byte[] ofSomebody(byte[] request) {
        String number = "+%s%04d".formatted(CANARY_NUMBERS, PEOPLE.incrementAndGet());
        return new String(request, ISO_8859_1).replace(NUMBER, number).getBytes(ISO_8859_1);
    }

    static long published() {
        return Records.count(Running.STACK, Topic.CHALLENGES, Topic.REDEMPTIONS);
    }

    /** A request for a challenge with more headers, each ended by CRLF. */
    static String post(String headers, String body) {
        return head("Content-Type: application/json\r\n" + headers + "Content-Length: " + body.length() + "\r\n")
                + body;
    }

    /** The same with a body of any bytes. */
    static byte[] post(String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                head(headers + "Content-Length: " + body.length + "\r\n").getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** The same in chunks, for whoever believes the headers. */
    static String chunked(String headers) {
        return head("Content-Type: application/json\r\n" + headers) + chunk(BODY) + chunk("");
    }

    static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    static String head(String headers) {
        return "POST /v1/challenges HTTP/1.1\r\nHost: sms.example.com\r\nConnection: close\r\n" + authorization()
                + headers + "\r\n";
    }

    static String authorization() {
        return "Authorization: Bearer " + Running.STACK.secrets().acmeKey() + "\r\n";
    }
}
