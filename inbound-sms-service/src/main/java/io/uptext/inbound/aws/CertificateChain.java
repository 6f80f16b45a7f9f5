/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates as they are read, and whether somebody whom we trust has issued them (RFC 5280, PKIX). */
final class CertificateChain {

    private CertificateChain() {}

    /** All certificates in PEM or DER; none where the bytes are neither. */
    static List<X509Certificate> parse(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    /** Whom this Java trusts in TLS. */
    static Set<TrustAnchor> platformAnchors() {
        return Platform.ANCHORS;
    }

    /** Read when they are first needed: most services have no connector of AWS. */
    private static final class Platform {
        static final Set<TrustAnchor> ANCHORS = anchors();
    }

    private static Set<TrustAnchor> anchors() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init((KeyStore) null);
            return Arrays.stream(managers.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .map(authority -> new TrustAnchor(authority, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has trust anchors", e);
        }
    }

    /** Whether a certificate is good at a time, and there is a path of such from it to an anchor through these issuers. */
    static boolean isTrusted(
            X509Certificate certificate, Collection<X509Certificate> issuers, Set<TrustAnchor> anchors, Instant at) {
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(issuers)));
            parameters.setDate(Date.from(at));
            // Asking each issuer whether it has thought better of it would make every text wait for the issuer.
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a certificate is within its dates. */
    static boolean isInDate(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }
}
