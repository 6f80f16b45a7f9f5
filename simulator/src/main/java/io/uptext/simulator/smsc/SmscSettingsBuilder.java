/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds {@link SmscSettings}, which say what each of them means. */
public final class SmscSettingsBuilder {

    private int port;
    private InetAddress address = InetAddress.ofLiteral("127.0.0.1");
    private String systemId = "uptext";
    private String password = "secret";
    private Set<Integer> interfaceVersions = Set.of(SmscSettings.VERSION_3_4, SmscSettings.VERSION_5_0);
    private int bindStatus = CommandStatus.ROK;
    private int window = 100;
    private double rate = Double.POSITIVE_INFINITY;
    private Duration responseTimeout = Duration.ofSeconds(10);
    private Duration retryAfter = Duration.ofMillis(200);
    private @Nullable Duration enquireLinkEvery;
    private @Nullable SSLContext tls;
    private boolean wantsCertificate;
    private Faults faults = Faults.NONE;
    private SmscListener listener = SmscListener.NONE;

    SmscSettingsBuilder() {}

    public SmscSettingsBuilder port(int value) {
        port = value;
        return this;
    }

    public SmscSettingsBuilder address(InetAddress value) {
        address = value;
        return this;
    }

    public SmscSettingsBuilder systemId(String value) {
        systemId = value;
        return this;
    }

    public SmscSettingsBuilder password(String value) {
        password = value;
        return this;
    }

    public SmscSettingsBuilder interfaceVersions(Integer... values) {
        interfaceVersions = Set.of(values);
        return this;
    }

    public SmscSettingsBuilder bindStatus(int value) {
        bindStatus = value;
        return this;
    }

    public SmscSettingsBuilder window(int value) {
        window = value;
        return this;
    }

    public SmscSettingsBuilder rate(double value) {
        rate = value;
        return this;
    }

    public SmscSettingsBuilder responseTimeout(Duration value) {
        responseTimeout = value;
        return this;
    }

    public SmscSettingsBuilder retryAfter(Duration value) {
        retryAfter = value;
        return this;
    }

    public SmscSettingsBuilder enquireLinkEvery(Duration value) {
        enquireLinkEvery = value;
        return this;
    }

    public SmscSettingsBuilder tls(SSLContext value) {
        tls = value;
        return this;
    }

    public SmscSettingsBuilder wantsCertificate(boolean value) {
        wantsCertificate = value;
        return this;
    }

    public SmscSettingsBuilder faults(Faults value) {
        faults = value;
        return this;
    }

    public SmscSettingsBuilder listener(SmscListener value) {
        listener = value;
        return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if they cannot be
     */
    public SmscSettings build() {
        return new SmscSettings(
                port,
                address,
                systemId,
                password,
                interfaceVersions,
                bindStatus,
                window,
                rate,
                responseTimeout,
                retryAfter,
                enquireLinkEvery,
                tls,
                wantsCertificate,
                faults,
                listener);
    }
}
