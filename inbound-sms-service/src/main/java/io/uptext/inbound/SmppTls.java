/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.uptext.inbound.esme.SmppConnector;
import io.uptext.inbound.esme.SmppSettings;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Encrypts links to SMSCs with Boot's SSL bundles, where operators have their keys and certificates already. */
final class SmppTls {

    private final SslBundles bundles;

    SmppTls(SslBundles bundles) {
        this.bundles = bundles;
    }

    /**
     * How a link is encrypted; it is asked for each new link, so that a bundle that was reloaded counts from then on.
     *
     * @return null if it is not
     * @throws RuntimeException if there is no such bundle, or its files cannot be read
     */
    @Nullable
    SslContext context(SmppSettings.Tls tls) {
        if (!tls.enabled()) {
            return null;
        }
        SslContextBuilder builder =
                SslContextBuilder.forClient().sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm("HTTPS");
        if (tls.bundle() != null) {
            use(bundles.getBundle(tls.bundle()), builder);
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("the SSL bundle " + tls.bundle() + " cannot be used", e);
        }
    }

    /** Ends the start where a connector names a bundle that cannot be used. */
    void check(SmppConnector connector) {
        SmppSettings.Tls tls = connector.settings().tls();
        try {
            context(tls);
        } catch (RuntimeException e) {
            throw new InvalidConfigurationPropertyValueException(
                    "uptext.inbound.connectors." + connector.id() + ".smpp.tls.bundle",
                    tls.bundle(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static void use(SslBundle bundle, SslContextBuilder builder) {
        builder.keyManager(bundle.getManagers().getKeyManagerFactory())
                .trustManager(bundle.getManagers().getTrustManagerFactory());
        String @Nullable [] protocols = bundle.getOptions().getEnabledProtocols();
        if (protocols != null) {
            builder.protocols(protocols);
        }
        String @Nullable [] ciphers = bundle.getOptions().getCiphers();
        if (ciphers != null) {
            builder.ciphers(List.of(ciphers));
        }
    }
}
