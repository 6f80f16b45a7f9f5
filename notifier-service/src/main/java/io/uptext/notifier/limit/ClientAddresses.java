/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.uptext.platform.http.ClientNetwork;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from when proxies stand in front. Each of them adds to {@code X-Forwarded-For}, at its right end, whom
 * it has the request from; what stands further to the left than our own proxies have written, anybody may have made up.
 */
final class ClientAddresses {

    /** No chain of proxies is longer. */
    static final int MOST_PROXIES = 10;

    /** Some proxies write a port behind an address, and brackets around one of IPv6 then. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\[(?<bracketed>[0-9A-Fa-f:.]+)](?::\\d{1,5})?|(?<v4>[0-9.]+):\\d{1,5}|(?<bare>[0-9A-Fa-f:.]+)");

    private final int proxies;

    /**
     * Believes so many proxies.
     *
     * @param proxies how many a request comes through at least; 0 where clients connect to us
     */
    ClientAddresses(int proxies) {
        if (proxies < 0 || proxies > MOST_PROXIES) {
            throw new IllegalArgumentException("uptext.notifier.trusted-proxies must be from 0 to " + MOST_PROXIES);
        }
        this.proxies = proxies;
    }

    /**
     * The client's. It is that of whoever has connected to us where the header has fewer entries than there are proxies, or no
     * address at that place: such clients share what one may have, rather than have none counted.
     *
     * @param peer who has connected
     * @param forwardedFor the headers {@code X-Forwarded-For}, in the order in which they came
     */
    ClientNetwork of(InetAddress peer, List<String> forwardedFor) {
        return entry(forwardedFor).flatMap(ClientNetwork::parse).orElseGet(() -> ClientNetwork.of(peer));
    }

    private Optional<String> entry(List<String> forwardedFor) {
        if (proxies == 0 || forwardedFor.isEmpty()) {
            return Optional.empty();
        }
        List<String> entries = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        return entries.size() < proxies ? Optional.empty() : address(entries.get(entries.size() - proxies));
    }

    private static Optional<String> address(String entry) {
        Matcher form = ENTRY.matcher(entry);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(form.group("bracketed"))
                .or(() -> Optional.ofNullable(form.group("v4")))
                .or(() -> Optional.ofNullable(form.group("bare")));
    }
}
