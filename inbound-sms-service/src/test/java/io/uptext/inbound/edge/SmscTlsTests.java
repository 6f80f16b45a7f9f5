/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.inbound.esme.BindState;
import io.uptext.inbound.esme.Binds;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A link to an SMSC is encrypted to whom it should be, with a certificate of ours where the carrier asks for one. */
class SmscTlsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Certificates certificates;
    private static Certificates strangers;

    @BeforeAll
    static void certify() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "smsc-certificates-");
        certificates = Certificates.authority(folder.resolve("ours"))
                .certify("smsc", "-ext", "san=ip:127.0.0.1")
                .certify("elsewhere", "-ext", "san=dns:smsc.operator.example")
                .certify("receiver");
        strangers = Certificates.authority(folder.resolve("theirs")).certify("smsc", "-ext", "san=ip:127.0.0.1");
    }

    private static SimulatedSmsc smsc(@Nullable Certificates of, String name) throws Exception {
        var settings = SmscSettings.builder();
        if (of != null) {
            settings.tls(of.server(name, certificates)).wantsCertificate(true);
        }
        return SimulatedSmsc.start(settings.build());
    }

    private static DoorsOnPort receiver(SimulatedSmsc smsc, String... more) {
        List<String> arguments = new ArrayList<>(DoorsOnPort.connector(
                "operator",
                "provider=smpp",
                "secrets=secret",
                "route-trust=T3",
                "smpp.smscs=127.0.0.1:" + smsc.port(),
                "smpp.system-id=uptext",
                "smpp.response-timeout=1s",
                "smpp.reconnect-most=50ms"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(
                "--spring.ssl.bundle.jks.carrier.truststore.location=" + certificates.file(Certificates.TRUST),
                "--spring.ssl.bundle.jks.carrier.truststore.password=" + Certificates.PASSWORD,
                "--spring.ssl.bundle.jks.anonymous.truststore.location=" + certificates.file(Certificates.TRUST),
                "--spring.ssl.bundle.jks.anonymous.truststore.password=" + Certificates.PASSWORD,
                "--spring.ssl.bundle.jks.carrier.keystore.location=" + certificates.file(Certificates.KEYS),
                "--spring.ssl.bundle.jks.carrier.keystore.password=" + Certificates.PASSWORD,
                "--spring.ssl.bundle.jks.carrier.key.alias=receiver"));
        return new DoorsOnPort(arguments.toArray(String[]::new));
    }

    private static String tls(String bundle) {
        return "--uptext.inbound.connectors.operator.smpp.tls.bundle=" + bundle;
    }

    private static final String ENCRYPTED = "--uptext.inbound.connectors.operator.smpp.tls.enabled=true";

    private static void assertNotBound(DoorsOnPort receiver) {
        MeterRegistry registry = receiver.bean(MeterRegistry.class);
        await().atMost(PATIENCE)
                .until(() -> registry.find("uptext.smpp.losses").counters().stream()
                                .mapToDouble(each -> each.count())
                                .sum()
                        >= 2);
        assertThat(receiver.bean(Binds.class).statuses()).noneMatch(each -> each.state() == BindState.BOUND);
        assertThat(registry.find("uptext.smpp.binds").counters()).isEmpty();
    }

    @Test
    void aTextComesOverMutualTls() throws Exception {
        try (SimulatedSmsc smsc = smsc(certificates, "smsc");
                DoorsOnPort receiver = receiver(smsc, ENCRYPTED, tls("carrier"))) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            assertThat(smsc.deliver(MobileMessage.of("+46701234567", "50500", "hello"))
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .isAccepted())
                    .isTrue();
            assertThat(receiver.sink().all()).hasSize(1);
        }
    }

    @Test
    void anSmscWhomWeDoNotTrustGetsNoPassword() throws Exception {
        try (SimulatedSmsc smsc = smsc(strangers, "smsc");
                DoorsOnPort receiver = receiver(smsc, ENCRYPTED, tls("carrier"))) {
            assertNotBound(receiver);
        }
    }

    @Test
    void anSmscWithTheNameOfAnotherHostGetsNoPassword() throws Exception {
        try (SimulatedSmsc smsc = smsc(certificates, "elsewhere");
                DoorsOnPort receiver = receiver(smsc, ENCRYPTED, tls("carrier"))) {
            assertNotBound(receiver);
        }
    }

    @Test
    void withoutTheCertificateThatTheCarrierWantsThereIsNoBind() throws Exception {
        try (SimulatedSmsc smsc = smsc(certificates, "smsc");
                DoorsOnPort receiver = receiver(smsc, ENCRYPTED, tls("anonymous"))) {
            assertNotBound(receiver);
        }
    }

    @Test
    void anSmscThatDoesNotEncryptGetsNoPassword() throws Exception {
        try (SimulatedSmsc smsc = smsc(null, "");
                DoorsOnPort receiver = receiver(smsc, ENCRYPTED, tls("carrier"))) {
            assertNotBound(receiver);
            assertThat(smsc.statistics().bindsRefused()).isZero();
        }
    }

    @Test
    void aBundleThatIsNotThereEndsTheStart() throws Exception {
        try (SimulatedSmsc smsc = smsc(certificates, "smsc")) {
            assertThatThrownBy(() -> receiver(smsc, ENCRYPTED, tls("carier")))
                    .rootCause()
                    .hasMessageContaining("uptext.inbound.connectors.operator.smpp.tls.bundle")
                    .hasMessageContaining("carier");
        }
    }
}
