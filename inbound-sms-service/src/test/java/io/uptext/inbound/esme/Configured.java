/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the service reads them: what a test does not write is the default. */
final class Configured {

    static final String PASSWORD = "hush-hsh";

    private Configured() {}

    /** With this in a configuration file, beside one SMSC and a system id. */
    static SmppSettings settings(Map<String, String> written) {
        Map<String, String> all = new HashMap<>(Map.of("smscs[0]", "127.0.0.1:2775", "system-id", "acme"));
        all.putAll(written);
        return only(all);
    }

    /** With this in a configuration file and nothing else. */
    static SmppSettings only(Map<String, String> written) {
        Map<String, String> keys = new HashMap<>();
        written.forEach((key, value) -> keys.put("smpp." + key, value));
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("smpp", SmppSettings.class);
    }

    static SmppConnector connector(Map<String, String> written) {
        return connector(settings(written), null, PASSWORD);
    }

    static SmppConnector connector(SmppSettings settings, @Nullable String region, String... passwords) {
        return new SmppConnector(
                new ConnectorId("acme"),
                List.of(passwords),
                Set.of(new Destination("50500")),
                RouteTrust.T2,
                region,
                settings);
    }
}
