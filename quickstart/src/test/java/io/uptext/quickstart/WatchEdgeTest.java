/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A test that speaks to the watch API byte by byte. Whatever it says, nothing of it is logged, nothing is a fault of ours, and
 * whoever comes next is served.
 */
abstract class WatchEdgeTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    static final int PORT = Running.STACK.addresses().notifier();
    static final String CANARY = "canary-of-the-watch-api";
    static final String TOKEN = "TOKEN";
    static final String GOOD = "GET /v1/watch HTTP/1.1\r\nHost: sms.example.com\r\nConnection: close\r\n"
            + "Authorization: Bearer " + TOKEN + "\r\nAccept: application/json\r\n";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final JsonNode challenge = Running.create("{}");
    private final String token = challenge.path("waitToken").asString();

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void nothingIsLoggedAndWhoeverComesNextIsServed() throws IOException {
        try {
            assertStatus(exchange(GOOD + "\r\n"), 200);
        } finally {
            ROOT.detachAppender(log);
        }
        assertThat(log.list).allSatisfy(event -> {
            String line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getLevel()).as(line).isNotEqualTo(Level.ERROR);
            assertThat(line).doesNotContain(CANARY, "upw_", "upt_");
        });
    }

    String exchange(String request) throws IOException {
        return RawHttp.exchange(PORT, request.replace(TOKEN, token).getBytes(ISO_8859_1));
    }

    static void assertStatus(String answer, int status) {
        assertThat(RawHttp.statuses(answer)).as(answer).containsExactly(status);
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    static String withoutTime(String body) {
        return body.replaceAll("\"now\":\"[^\"]*\"", "");
    }
}
