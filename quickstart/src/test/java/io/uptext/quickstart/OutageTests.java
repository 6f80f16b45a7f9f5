/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is acknowledged that is not in Kafka, and nothing of a person is in the log. */
class OutageTests {

    private static final String CANARY = "CANARY-4711";

    @Test
    void without_Kafka_challenges_and_texts_get_503_and_the_log_tells_nothing() throws Exception {
        Path folder =
                Path.of("target", "run", "outage-" + ProcessHandle.current().pid());
        try (Stack stack = Stack.start(folder, Addresses.free(), List.of(), _ -> {})) {
            new SignIn(stack, (_, _) -> {}).perform();
            stack.stopKafka();

            HttpRequest create = HttpRequest.newBuilder(
                            URI.create(Addresses.url(stack.addresses().challenge()) + "/v1/challenges"))
                    .header("Authorization", "Bearer " + stack.secrets().acmeKey())
                    .POST(HttpRequest.BodyPublishers.ofString("{\"msisdn\":\"" + Running.NUMBER + "\"}"))
                    .build();
            // More than may be open for a number: what does not come to be takes no place.
            for (int i = 0; i < 5; i++) {
                BadInputTests.assertProblem(send(stack, create), 503, "unavailable");
            }
            HttpRequest webhook = stack.phone().webhook(Phone.TWILIO, Running.NUMBER, "50500", CANARY);
            BadInputTests.assertProblem(send(stack, webhook), 503, "unavailable");
        }
        String log = Files.readString(Running.LOG);
        assertThat(log)
                .isNotEmpty()
                .doesNotContain(CANARY, Running.NUMBER, Running.NUMBER.substring(1), "upw_", "upk_");
    }

    private static HttpResponse<String> send(Stack stack, HttpRequest request)
            throws IOException, InterruptedException {
        return stack.http().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
