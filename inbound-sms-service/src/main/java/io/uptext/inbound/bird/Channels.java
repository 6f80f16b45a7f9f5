/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bird;

import io.uptext.inbound.door.Connector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number behind each channel, as configured: Bird does not always say in a message which number was texted, but always
 * which channel.
 */
final class Channels {

    static final String OPTION = "channels";

    private static final Pattern ENTRY = Pattern.compile("([0-9a-f-]{36})=(\\+?[0-9]{3,15})");

    private Channels() {}

    static Optional<String> flawOf(Connector connector) {
        return connector.option(OPTION).isPresent() && of(connector).isEmpty()
                ? Optional.of("options.channels is written <channel id>=<number>, with a comma between two of them")
                : Optional.empty();
    }

    /** The numbers by channel; none where the option is not set, or is written wrongly. */
    static Map<String, String> of(Connector connector) {
        Map<String, String> numbers = new HashMap<>();
        for (String entry : connector.option(OPTION).orElse("").split(",", -1)) {
            var matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches() || numbers.put(matcher.group(1), matcher.group(2)) != null) {
                return Map.of();
            }
        }
        return numbers;
    }
}
