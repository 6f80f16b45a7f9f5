/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the door of a provider that does not sign to all ways of proof: what proves itself is read, what does not is forged. */
public final class SharedWays {

    private static final Instant NOW = Instant.parse("2026-09-24T10:15:30Z");
    private static final String SECRET = "demo:secret-of-a-provider";
    private static final String CERTIFICATE = "ab".repeat(32);
    private static final SimulatedSms SMS =
            new SimulatedSms("id-1", "+46701234567", "50500", " H\u00e5j & =\n@[\u20ac]\uD83D\uDC4B");

    private SharedWays() {}

    /** Checks a door against its provider, set up so. */
    public static void check(Door door, SimulatedProvider provider, Map<String, String> options) {
        Reading expected = Reading.of(new DoorMessage(SMS.id(), SMS.from(), SMS.to(), SMS.text()));
        Set<Proof> shared = EnumSet.copyOf(provider.proofs());
        shared.remove(Proof.SIGNATURE);
        assertThat(shared).contains(Proof.QUERY, Proof.BASIC, Proof.HEADER, Proof.NONE);
        for (Proof proof : shared) {
            Account account =
                    new Account(URI.create(Connectors.URL), URI.create(Connectors.URL), proof, SECRET, options);
            Connector connector = connector(door, Authentication.valueOf(proof.name()));
            SimulatedRequest request = provider.request(SMS, account, NOW);

            assertThat(door.flawOf(connector)).isEmpty();
            assertThat(door.methods(connector)).contains(request.method());
            assertThat(Requests.raw(request, NOW)
                            .mediaType()
                            .filter(type -> !door.mediaTypes(connector).contains(type)))
                    .isEmpty();
            assertGenuine(Requests.raw(request, NOW), connector);
            assertThat(door.read(Requests.raw(request, NOW), connector))
                    .as(proof.toString())
                    .isEqualTo(expected);
            for (Fault fault : Fault.values()) {
                if (fault.shows(provider, account)) {
                    assertForged(fault.request(provider, SMS, account, NOW), connector, proof + " " + fault);
                }
            }
            assertForgedIfTwice(request, proof, connector);
        }
        checkCertificates(door, provider, options);
    }

    private static void assertForgedIfTwice(SimulatedRequest request, Proof proof, Connector connector) {
        Optional<String> header = switch (proof) {
            case BASIC -> Optional.of("Authorization");
            case HEADER -> Optional.of(SharedSecrets.DEFAULT_HEADER);
            case QUERY, NONE, SIGNATURE -> Optional.empty();
        };
        header.ifPresent(name ->
                assertForged(request.with(name, request.header(name).orElseThrow()), connector, proof + " twice"));
        if (proof == Proof.QUERY) {
            assertForged(
                    request.withParameter(SharedSecrets.DEFAULT_PARAMETER, "another"), connector, proof + " twice");
        }
    }

    private static void checkCertificates(Door door, SimulatedProvider provider, Map<String, String> options) {
        Account account = new Account(URI.create(Connectors.URL), URI.create(Connectors.URL), Proof.NONE, "", options);
        SimulatedRequest request = provider.request(SMS, account, NOW);
        Connector connector = Connectors.of(door)
                .knownBy(Authentication.MTLS)
                .certificates(CERTIFICATE)
                .build();

        assertThat(door.authentications()).contains(Authentication.MTLS);
        assertGenuine(Requests.raw(request, NOW, "cd".repeat(32), CERTIFICATE), connector);
        assertForged(request, connector, "no certificate");
        assertThat(SharedSecrets.authenticate(Requests.raw(request, NOW, "cd".repeat(32)), connector))
                .isInstanceOf(Authenticity.Forged.class);
    }

    private static Connector connector(Door door, Authentication way) {
        Connectors connector = Connectors.of(door).knownBy(way);
        assertThat(door.authentications()).contains(way);
        return (way == Authentication.NONE ? connector : connector.secrets("another-one:of-16-letters", SECRET))
                .build();
    }

    private static void assertGenuine(RawRequest request, Connector connector) {
        assertThat(SharedSecrets.authenticate(request, connector)).isEqualTo(new Authenticity.Genuine());
    }

    private static void assertForged(SimulatedRequest request, Connector connector, String what) {
        assertThat(SharedSecrets.authenticate(Requests.raw(request, NOW), connector))
                .as(what)
                .isInstanceOf(Authenticity.Forged.class);
    }
}
