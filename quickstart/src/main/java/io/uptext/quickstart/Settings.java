/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the four services of a demo are told.
 *
 * @param folder where their files are
 * @param config files with more for inbound-sms-service
 * @param origins of more pages of Acme's, beside its own and those of the sample sites, which act in its name
 */
record Settings(Path folder, Addresses addresses, DemoSecrets secrets, List<Path> config, List<String> origins) {

    /** Where {@code ./uptext site} starts the samples. */
    static final String SAMPLE_SITES = "http://127.0.0.1:8090";

    Settings {
        config = List.copyOf(config);
        origins = List.copyOf(origins);
    }

    /** Writes the files that are named here. */
    void writeFiles() {
        List<String> acmes = Stream.concat(Stream.of(Addresses.url(addresses.acme()), SAMPLE_SITES), origins.stream())
                .distinct()
                .toList();
        DemoRegistry.write(registry(), secrets, acmes);
        DemoProofKeys.write(proofKeys());
    }

    Path registry() {
        return folder.resolve("relying-parties.yaml");
    }

    Path proofKeys() {
        return folder.resolve("proof-keys.json");
    }

    /** Of a challenge-service on a port. */
    List<String> challenge(int port, String redis) {
        return List.of(
                "server.port=" + port,
                "uptext.redis.uri=" + redis,
                "uptext.challenge.pepper=" + secrets.pepper(),
                "uptext.challenge.watch-url=" + addresses.watchUrl(),
                "uptext.challenge.page-url=" + Addresses.url(port),
                "uptext.challenge.issuer=" + Addresses.url(addresses.challenge()),
                "uptext.challenge.proof-keys=" + proofKeys().toAbsolutePath(),
                "uptext.challenge.registry=" + registry().toAbsolutePath());
    }

    List<String> inbound(String redis) {
        List<String> settings = new ArrayList<>(List.of(
                "server.port=" + addresses.inbound(),
                "management.server.port=-1",
                "uptext.redis.uri=" + redis,
                "uptext.inbound.pepper=" + secrets.pepper()));
        settings.addAll(connector(Phone.TWILIO, "twilio", secrets.twilioToken()));
        settings.addAll(connector(Phone.GENERIC, "generic", secrets.genericSecret()));
        settings.addAll(operator());
        for (int i = 0; i < config.size(); i++) {
            settings.add("spring.config.additional-location[" + i + "]=file:"
                    + config.get(i).toAbsolutePath());
        }
        return settings;
    }

    private List<String> connector(String id, String provider, String secret) {
        String connector = "uptext.inbound.connectors." + id + ".";
        return List.of(
                connector + "provider=" + provider,
                connector + "secrets[0]=" + secret,
                connector + "destinations[0]=50500",
                connector + "route-trust=T2",
                connector + "public-url=" + Addresses.url(addresses.inbound()) + "/v1/inbound/" + id);
    }

    /** A bind at an SMSC, if there comes to be one: whoever starts one waits no longer than a moment. */
    private List<String> operator() {
        String connector = "uptext.inbound.connectors." + Stack.OPERATOR + ".";
        return List.of(
                connector + "provider=smpp",
                connector + "secrets[0]=" + secrets.smscPassword(),
                connector + "destinations[0]=50500",
                connector + "route-trust=T3",
                connector + "smpp.smscs[0]=127.0.0.1:" + addresses.smsc(),
                connector + "smpp.system-id=uptext",
                connector + "smpp.reconnect-most=1s",
                connector + "smpp.refused-pause=2s");
    }

    List<String> verifier(String redis) {
        return List.of(
                "management.server.port=-1", "uptext.redis.uri=" + redis, "uptext.verifier.pepper=" + secrets.pepper());
    }

    /** Of a notifier-service on a port. */
    List<String> notifier(int port, String redis) {
        return List.of(
                "server.port=" + port,
                "management.server.port=-1",
                "uptext.redis.uri=" + redis,
                // Nobody waits for a demo to end.
                "uptext.notifier.watch.drain=0s",
                "uptext.notifier.watch-url=" + Addresses.url(port) + "/v1/watch",
                "uptext.notifier.registry=" + registry().toAbsolutePath(),
                // Uptext's own page watches too, for sites that send their browsers to it.
                "uptext.notifier.origins[0]=" + Addresses.url(addresses.challenge()));
    }
}
