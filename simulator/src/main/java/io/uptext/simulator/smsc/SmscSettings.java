/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What an SMSC is like.
 *
 * @param port where it listens; 0 for a free one
 * @param address of which interface
 * @param systemId what ESMEs bind as, and what it calls itself, at most 15 octets
 * @param password what they prove it with, at most 8 octets
 * @param interfaceVersions what it speaks; the highest is in its answers
 * @param bindStatus what binds are answered with that are right; not 0 to refuse all of them
 * @param window the most messages that are unanswered in a session, at least 1
 * @param rate the most messages a second, over all sessions; infinite for no limit
 * @param responseTimeout after which a message without an answer is delivered again, and an enquire_link without one ends
 *     the session
 * @param retryAfter after which a message is delivered again that was answered with a transient status
 * @param enquireLinkEvery the time between two enquire_link; null for none
 * @param tls what it shows and trusts; null for plain TCP
 * @param wantsCertificate whether an ESME must show a certificate that {@code tls} trusts
 * @param faults what goes wrong, at first
 * @param listener who hears of binds
 */
public record SmscSettings(
        int port,
        InetAddress address,
        String systemId,
        String password,
        Set<Integer> interfaceVersions,
        int bindStatus,
        int window,
        double rate,
        Duration responseTimeout,
        Duration retryAfter,
        @Nullable Duration enquireLinkEvery,
        @Nullable SSLContext tls,
        boolean wantsCertificate,
        Faults faults,
        SmscListener listener) {

    /** SMPP 3.4. */
    public static final int VERSION_3_4 = 0x34;

    /** SMPP 5.0. */
    public static final int VERSION_5_0 = 0x50;

    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int MOST_AT_A_TIME = 10_000;

    public SmscSettings {
        interfaceVersions = Set.copyOf(interfaceVersions);
        check(systemId.length() <= LONGEST_SYSTEM_ID, "a system id has at most 15 characters in SMPP");
        check(password.length() <= LONGEST_PASSWORD, "a password has at most 8 characters in SMPP");
        check(!interfaceVersions.isEmpty(), "an SMSC speaks some version");
        check(window >= 1 && window <= MOST_AT_A_TIME, "a window is 1 to 10,000");
        check(rate > 0, "a rate is above 0");
        check(responseTimeout.isPositive() && !retryAfter.isNegative(), "times are not below 0");
        check(
                enquireLinkEvery == null || enquireLinkEvery.isPositive(),
                "the time between two enquire_link is above 0");
    }

    private static void check(boolean isRight, String sentence) {
        if (!isRight) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** "uptext" with the password "secret" on a free port of loopback, a window of 100, no faults. */
    public static SmscSettingsBuilder builder() {
        return new SmscSettingsBuilder();
    }

    int highestVersion() {
        return interfaceVersions.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmscSettings[port=" + port + ", window=" + window + ", tls=" + (tls != null) + "]";
    }
}
