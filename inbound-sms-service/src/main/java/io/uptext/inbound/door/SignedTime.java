/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time that a provider has signed. A request is good for five minutes around it, so that a captured one soon is not. */
public final class SignedTime {

    /** How far a signed time may be from ours, in either direction. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,12}");

    private SignedTime() {}

    /** A time as Unix seconds, in digits only. */
    public static Optional<Instant> ofUnixSeconds(String written) {
        return UNIX_SECONDS.matcher(written).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(written)))
                : Optional.empty();
    }

    /** A time as ISO 8601 with an offset or {@code Z}. */
    public static Optional<Instant> ofIso(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a signed time is near enough to ours. */
    public static boolean isRecent(Instant signed, Instant now) {
        return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
    }
}
