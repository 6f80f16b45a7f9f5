/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connectors for tests: at 50500, T2, known by a signature, unless a test says otherwise. */
public final class Connectors {

    /** Where their provider reaches them, unless a test says otherwise. */
    public static final String URL = "https://sms.example.com/v1/inbound/acme";

    private final Door door;
    private String name = "acme";
    private Authentication authentication = Authentication.SIGNATURE;
    private List<String> secrets = List.of();
    private List<String> certificates = List.of();
    private final Set<Destination> destinations = new HashSet<>(Set.of(new Destination("50500")));
    private RouteTrust trust = RouteTrust.T2;
    private @Nullable URI publicUrl = URI.create(URL);
    private @Nullable String region;
    private final Map<String, String> options = new HashMap<>();

    private Connectors(Door door) {
        this.door = door;
    }

    /** A connector of a door. */
    public static Connectors of(Door door) {
        return new Connectors(door);
    }

    public Connectors named(String other) {
        name = other;
        return this;
    }

    public Connectors secrets(String... all) {
        secrets = List.of(all);
        return this;
    }

    public Connectors knownBy(Authentication way) {
        authentication = way;
        return this;
    }

    public Connectors certificates(String... fingerprints) {
        certificates = List.of(fingerprints);
        return this;
    }

    public Connectors at(String... addresses) {
        for (String address : addresses) {
            destinations.add(new Destination(address));
        }
        return this;
    }

    public Connectors trusted(RouteTrust other) {
        trust = other;
        return this;
    }

    public Connectors publicUrl(@Nullable String url) {
        publicUrl = url == null ? null : URI.create(url);
        return this;
    }

    public Connectors region(String country) {
        region = country;
        return this;
    }

    public Connectors option(String key, String value) {
        options.put(key, value);
        return this;
    }

    public Connector build() {
        return new Connector(
                new ConnectorId(name),
                door,
                new Credentials(authentication, secrets, certificates),
                destinations,
                trust,
                publicUrl,
                region,
                options);
    }
}
