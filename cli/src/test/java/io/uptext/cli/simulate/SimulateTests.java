/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import io.uptext.simulator.SimulatedSms;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SimulateTests {

    private static final SimulatedProvider TWILIO =
            SimulatedProviders.named("twilio").orElseThrow();

    @Test
    void the_text_of_the_command_line_is_delivered_as_the_provider_signs_it() {
        try (Door door = new Door(200, "")) {
            String publicUrl = "https://sms.example.com/in";
            SimulatedSms sms = new SimulatedSms("SM1", "+46709876543", "50501", "Åke & co ${x} @y");
            Account account =
                    new Account(URI.create(door.url()), URI.create(publicUrl), Proof.SIGNATURE, "s", Map.of());

            Run run = Run.of(
                    "twilio",
                    "--url",
                    door.url(),
                    "--public-url",
                    publicUrl,
                    "--secret",
                    "s",
                    "--id",
                    sms.id(),
                    "--from",
                    sms.from(),
                    "--to",
                    sms.to(),
                    "--text",
                    sms.text());

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).startsWith("200, after ");
            assertThat(door.deliveries()).singleElement().satisfies(delivery -> {
                assertThat(delivery.parameter("Body")).isEqualTo(sms.text());
                assertThat(delivery.headers().getFirst("X-Twilio-Signature"))
                        .isEqualTo(TWILIO.request(sms, account, Instant.EPOCH)
                                .header("X-Twilio-Signature")
                                .orElseThrow());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"200,0", "204,0", "302,1", "401,1", "503,1"})
    void the_exit_code_says_whether_it_was_accepted_and_the_answer_is_shown(int status, int code) {
        try (Door door = new Door(status, status == 204 ? "" : "the body")) {
            Run run = Run.of("twilio", "--url", door.url(), "--secret", Run.SECRET);
            assertThat(run.code()).isEqualTo(code);
            assertThat(run.out()).startsWith(status + ", after ").doesNotContain(Run.SECRET);
            assertThat(run.out().contains("the body")).isEqualTo(status != 204);
            assertThat(run.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"401,0", "200,1", "400,1"})
    void what_is_wrong_on_purpose_must_be_refused(int status, int code) {
        try (Door door = new Door(status, "")) {
            Run run =
                    Run.of("twilio", "--url", door.url(), "--secret", "right", "--wrong", "wrong-secret", "--id", "1");
            assertThat(run.code()).isEqualTo(code);
            assertThat(run.out())
                    .startsWith("A request with a secret that is not the account's: the right answer is 401.");

            Run genuine = Run.of("twilio", "--url", door.url(), "--secret", "right", "--id", "1");
            assertThat(genuine.out()).startsWith(status + ", after");
            assertThat(door.deliveries().getFirst().headers().get("X-Twilio-Signature"))
                    .isNotEqualTo(door.deliveries().getLast().headers().get("X-Twilio-Signature"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    void where_nobody_listens_is_one_sentence(String count) throws IOException {
        String url;
        try (ServerSocket socket = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + socket.getLocalPort() + "/v1/inbound/x?secret=" + Run.SECRET;
        }
        Run run = Run.of("twilio", "--url", url, "--secret", "s", "--count", count);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .contains("nobody listens there")
                .doesNotContain("Exception", "\tat ", Run.SECRET);
    }

    @Test
    void a_secret_can_come_from_the_environment() {
        try (Door door = new Door(200, "")) {
            Surroundings secret = new Surroundings(Clock.systemUTC(), Map.of("UPTEXT_SECRET", Run.SECRET), false);
            Run fromVariable = Run.in(secret, "twilio", "--url", door.url(), "--id", "1");
            Run fromOption = Run.of("twilio", "--url", door.url(), "--id", "1", "--secret", Run.SECRET);
            assertThat(fromVariable.code()).isZero();
            assertThat(fromOption.code()).isZero();
            assertThat(door.deliveries().getFirst().headers().get("X-Twilio-Signature"))
                    .isEqualTo(door.deliveries().getLast().headers().get("X-Twilio-Signature"));
            assertThat(secret.toString()).doesNotContain(Run.SECRET);
        }
    }

    @Test
    void a_provider_can_be_listed_alone() {
        Run run = Run.of("plivo", "--list");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("plivo ").contains("--option method=").doesNotContain("twilio", "kannel");
    }

    @Test
    void the_list_names_every_provider_and_its_options() {
        Run run = Run.of("--list");
        assertThat(run.code()).isZero();
        for (SimulatedProvider provider : SimulatedProviders.all()) {
            assertThat(run.out().lines())
                    .anyMatch(line -> line.startsWith(provider.name() + " ") && line.contains(provider.title()));
            provider.options().forEach((name, words) -> assertThat(run.out()).contains(name, words));
        }
    }

    @Test
    void the_help_fits_a_screen_and_explains_every_option() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("--url", "--public-url", "--secret", "--proof", "--option", "--wrong", "--from", "--to")
                .contains("--text", "--id", "--count", "--rate", "--for", "--concurrency", "--list");
        assertThat(run.out().lines()).hasSizeLessThan(50).allMatch(line -> line.length() <= 100);
    }
}
