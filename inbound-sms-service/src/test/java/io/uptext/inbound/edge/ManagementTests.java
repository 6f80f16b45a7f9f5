/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of binds, on a port where there are no doors. */
class ManagementTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private SimulatedSmsc one;
    private SimulatedSmsc two;
    private DoorsOnPort doors;

    @BeforeEach
    void start() throws Exception {
        one = SimulatedSmsc.start(SmscSettings.builder().build());
        two = SimulatedSmsc.start(SmscSettings.builder().build());
        List<String> arguments = new ArrayList<>(DoorsOnPort.connector(
                "operator",
                "provider=smpp",
                "secrets=secret",
                "route-trust=T3",
                "smpp.smscs[0]=127.0.0.1:" + one.port(),
                "smpp.smscs[1]=127.0.0.1:" + two.port(),
                "smpp.system-id=uptext",
                "smpp.enquire-link=100ms",
                "smpp.reconnect-most=50ms"));
        arguments.add(DoorsOnPort.WITH_MANAGEMENT);
        doors = new DoorsOnPort(arguments.toArray(String[]::new));
        assertThat(one.awaitBinds(1, PATIENCE)).isTrue();
        assertThat(two.awaitBinds(1, PATIENCE)).isTrue();
    }

    @AfterEach
    void stop() {
        doors.close();
        one.close();
        two.close();
        http.close();
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int status(String path) throws Exception {
        return get(doors.managementPort(), path).statusCode();
    }

    @Test
    void healthIsUpWhileOneOfSeveralSmscsIsThereAndReadinessAlways() throws Exception {
        await().atMost(PATIENCE).until(() -> status("/actuator/health") == 200);

        one.close();
        await().atMost(PATIENCE)
                .until(() -> get(doors.managementPort(), "/actuator/prometheus")
                        .body()
                        .contains("uptext_smpp_losses_total"));
        assertThat(status("/actuator/health")).isEqualTo(200);

        two.close();
        await().atMost(PATIENCE).until(() -> status("/actuator/health") == 503);
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
    }

    @Test
    void metricsTellOfEachBindAndOfNobodysText() throws Exception {
        assertThat(one.deliver(MobileMessage.of("+46701234567", "50500", "canary text"))
                        .get(20, TimeUnit.SECONDS)
                        .isAccepted())
                .isTrue();
        await().atMost(PATIENCE)
                .until(() -> get(doors.managementPort(), "/actuator/prometheus")
                        .body()
                        .lines()
                        .anyMatch(
                                line -> line.startsWith("uptext_smpp_enquiry_seconds_count") && !line.endsWith(" 0")));

        String metrics = get(doors.managementPort(), "/actuator/prometheus").body();

        String bind = "bind=\"1\",connector=\"operator\",";
        assertThat(metrics)
                .contains("uptext_smpp_bind_state{" + bind + "smsc=\"127.0.0.1:" + one.port() + "\",state=\"bound\"} 1")
                .contains(
                        "uptext_smpp_bind_state{" + bind + "smsc=\"127.0.0.1:" + two.port() + "\",state=\"waiting\"} 0")
                .contains("uptext_smpp_window_used{", "uptext_smpp_window_size{", "uptext_smpp_binds_total{")
                .contains("uptext_smpp_acknowledgement_seconds_bucket{", "fate=\"stored\"", "status=\"ESME_ROK\"")
                .doesNotContain("46701234567", "canary");
    }

    @Test
    void noDoorIsOnTheirPortAndNoneOfThemIsOnTheDoors() throws Exception {
        assertThat(status("/v1/inbound/twilio")).isEqualTo(404);
        assertThat(status("/actuator/env")).isEqualTo(404);
        assertThat(get(doors.port(), "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get(doors.port(), "/v1/inbound/twilio").statusCode()).isEqualTo(401);
    }
}
