/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.smpp.InterfaceVersion;
import io.uptext.platform.phone.PhoneNumbers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the configuration of a carrier. A service with such a connector does not start. */
public final class SmppFlaws {

    private static final int MOST_PASSWORDS = 2;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_SYSTEM_TYPE = 12;
    private static final int LONGEST_RANGE = 40;
    private static final int MOST_BINDS = 16;
    private static final int WIDEST_WINDOW = 1_000;
    private static final int OCTET = 0xff;
    private static final Duration LONGEST_REDELIVERY = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern TAG = Pattern.compile("0x[0-9a-fA-F]{4}");

    /** A placeholder that nothing has replaced. */
    private static final Pattern UNSET_VARIABLE = Pattern.compile("\\$\\{[^}]*}");

    private SmppFlaws() {}

    /** The key and what it should be, to follow the name of the connector; never a secret. */
    public static Optional<String> of(SmppConnector connector) {
        SmppSettings settings = connector.settings();
        return passwords(connector.passwords())
                .or(() -> region(connector.region()))
                .or(() -> smscs(settings.smscs()))
                .or(() -> identity(settings))
                .or(() -> sizes(settings))
                .or(() -> times(settings))
                .or(() -> statuses(settings));
    }

    private static Optional<String> passwords(List<String> passwords) {
        if (passwords.stream().anyMatch(each -> UNSET_VARIABLE.matcher(each).find())) {
            return Optional.of("secrets name a variable, as ${NAME}, that is not set");
        }
        return flawIf(
                passwords.isEmpty()
                        || passwords.size() > MOST_PASSWORDS
                        || !passwords.stream().allMatch(each -> isText(each, 1, LONGEST_PASSWORD)),
                "secrets are the password of the bind, or two while it is being changed, of 1 to " + LONGEST_PASSWORD
                        + " characters each, as SMPP has it");
    }

    private static Optional<String> region(@Nullable String region) {
        return flawIf(
                region != null && !PhoneNumbers.isRegion(region),
                "region is a country as ISO 3166-1 writes it, SE for example; Norway is \"NO\", in quotation marks, since"
                        + " YAML takes it for a no");
    }

    private static Optional<String> smscs(List<String> smscs) {
        if (smscs.isEmpty()) {
            return Optional.of("smpp.smscs are missing: want host:port of at least one SMSC");
        }
        Set<String> different = new HashSet<>();
        try {
            smscs.forEach(
                    each -> different.add(SmscAddress.parse(each).toString().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
        return flawIf(
                different.size() < smscs.size(),
                "smpp.smscs name one twice; smpp.binds says how many binds there are at each");
    }

    private static Optional<String> identity(SmppSettings settings) {
        return flawIf(
                        !isText(settings.systemId(), 1, LONGEST_SYSTEM_ID),
                        "smpp.system-id has 1 to " + LONGEST_SYSTEM_ID + " characters")
                .or(() -> flawIf(
                        !isText(settings.systemType(), 0, LONGEST_SYSTEM_TYPE),
                        "smpp.system-type has up to " + LONGEST_SYSTEM_TYPE + " characters"))
                .or(() -> flawIf(
                        !isText(settings.addressRange(), 0, LONGEST_RANGE),
                        "smpp.address-range has up to " + LONGEST_RANGE + " characters"))
                .or(() -> version(settings.version()));
    }

    private static Optional<String> version(String version) {
        try {
            InterfaceVersion.of(version);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Optional<String> sizes(SmppSettings settings) {
        return outside(settings.binds(), 1, MOST_BINDS, "smpp.binds")
                .or(() -> outside(settings.window(), 1, WIDEST_WINDOW, "smpp.window"))
                .or(() -> outside(settings.addressTon(), 0, OCTET, "smpp.address-ton"))
                .or(() -> outside(settings.addressNpi(), 0, OCTET, "smpp.address-npi"))
                .or(() -> flawIf(
                        settings.networkTag() != null
                                && !TAG.matcher(settings.networkTag()).matches(),
                        "smpp.network-tag is the tag of an optional parameter, 0x1403 for example"))
                .or(() -> flawIf(
                        settings.tls().bundle() != null && !settings.tls().enabled(),
                        "smpp.tls.bundle is of no use without smpp.tls.enabled: true"));
    }

    private static Optional<String> times(SmppSettings settings) {
        return time(settings.enquireLink(), LONGEST, "smpp.enquire-link")
                .or(() -> time(settings.responseTimeout(), LONGEST, "smpp.response-timeout"))
                .or(() -> time(settings.reconnectFirst(), LONGEST, "smpp.reconnect-first"))
                .or(() -> time(settings.reconnectMost(), LONGEST, "smpp.reconnect-most"))
                .or(() -> time(settings.refusedPause(), LONGEST_REDELIVERY, "smpp.refused-pause"))
                .or(() -> time(settings.redeliveryWindow(), LONGEST_REDELIVERY, "smpp.redelivery-window"));
    }

    private static Optional<String> statuses(SmppSettings settings) {
        return flawIf(
                settings.unavailableStatus().isOk()
                        || settings.throttledStatus().isOk(),
                "smpp.unavailable-status and smpp.throttled-status are not ESME_ROK: the message would be lost");
    }

    private static Optional<String> outside(int number, int least, int most, String key) {
        return flawIf(number < least || number > most, key + " is " + least + " to " + most);
    }

    private static Optional<String> time(Duration time, Duration longest, String key) {
        return flawIf(
                time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0,
                key + " is 1ms to " + longest.toHours() + "h");
    }

    private static boolean isText(String text, int shortest, int longest) {
        return text.length() >= shortest
                && text.length() <= longest
                && PRINTABLE.matcher(text).matches();
    }

    private static Optional<String> flawIf(boolean flawed, String flaw) {
        return flawed ? Optional.of(flaw) : Optional.empty();
    }
}
