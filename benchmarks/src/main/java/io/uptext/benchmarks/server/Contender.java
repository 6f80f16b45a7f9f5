/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who takes part in the comparison. All serve the same path and are sent the same requests. */
public enum Contender implements Titled {
    /** A bare WebFlux handler that only appends the bytes. */
    WEBFLUX("bare WebFlux", BareWebFluxProgram.class),
    /** A bare reactor-netty route that only appends the bytes. */
    NETTY("bare Netty", BareNettyProgram.class),
    /** The Twilio door of inbound-sms-service. */
    DOOR("Twilio door", DoorProgram.class);

    /** Where all of them serve. */
    public static final String PATH = "/v1/inbound/twilio";

    /** What Twilio would be told to call, and signs. */
    public static final String PUBLIC_URL = "https://sms.example.com" + PATH;

    /** The auth token. */
    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** What keys are made under, in base64. */
    public static final String PEPPER = "YS1wZXBwZXItZm9yLWJlbmNobWFya3MtMzItYnl0ZXMh";

    /** What is texted. */
    public static final String DESTINATION = "50500";

    private final String title;
    private final Class<?> program;

    Contender(String title, Class<?> program) {
        this.title = title;
        this.program = program;
    }

    @Override
    public String title() {
        return title;
    }

    /** Starts it in front of these, with these options of the JVM. */
    public Server start(Backend backend, Path folder, List<String> options) {
        return Server.start(
                program,
                folder.resolve(name().toLowerCase(Locale.ROOT) + ".log"),
                options,
                backend.kafka().bootstrapServers(),
                backend.redis().uri());
    }
}
