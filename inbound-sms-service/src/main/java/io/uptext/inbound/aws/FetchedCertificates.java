/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.inbound.door.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Certificates from the addresses that messages name. They are SNS's if they come from SNS's host, are named after SNS, and are
 * issued by somebody whom this Java trusts.
 *
 * <p>SNS publishes its certificate alone (as in aws-sdk-java-v2 fba4644, SimpleNotificationService-7506a1e3...pem), so its
 * issuer is fetched as well, from where the certificate says. That needs no TLS: an issuer proves itself by its own issuer's
 * signature.
 */
final class FetchedCertificates implements SigningCertificates {

    private static final String NAME = "sns.amazonaws.com";
    private static final String ISSUER_EXTENSION = "1.3.6.1.5.5.7.1.1";

    /** Amazon's own addresses only (RFC 5280, 4.2.2.1); whatever else stands in the extension is not looked at. */
    private static final Pattern ISSUER =
            Pattern.compile("http://crt\\.([a-z0-9]{1,20})\\.amazontrust\\.com/\\1\\.cer");

    /** More at once would let whoever knows a topic's name use us to call SNS. */
    private static final int MOST_FETCHES = 4;

    /** Others may be fetching the same; longer than that SNS shall not wait. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Fetcher fetcher;
    private final Fetcher issuers;
    private final Supplier<Set<TrustAnchor>> anchors;
    private final CertificateMemory memory = new CertificateMemory();
    private final Semaphore fetches = new Semaphore(MOST_FETCHES);

    /**
     * Fetches certificates through {@code fetcher} and their issuers' through {@code issuers}, which may do without TLS.
     *
     * @param anchors whom to trust
     */
    FetchedCertificates(Fetcher fetcher, Fetcher issuers, Supplier<Set<TrustAnchor>> anchors) {
        this.fetcher = fetcher;
        this.issuers = issuers;
        this.anchors = anchors;
    }

    @Override
    public Found of(SnsEnvelope envelope, Instant at) {
        Optional<URI> address = envelope.field("SigningCertURL").flatMap(envelope.topic()::certificate);
        if (address.isEmpty()) {
            return new Found.Bad("SigningCertURL is no address of SNS in the topic's region.");
        }
        Optional<X509Certificate> known = memory.get(address.get());
        return known.isPresent() ? inDate(known.get(), at) : inTurn(address.get(), at);
    }

    private Found inTurn(URI address, Instant at) {
        try {
            if (!fetches.tryAcquire(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Found.Unknown("Too many certificates are being fetched; deliver it again.");
            }
            try {
                Optional<X509Certificate> fetchedMeanwhile = memory.get(address);
                return fetchedMeanwhile.isPresent() ? inDate(fetchedMeanwhile.get(), at) : fetch(address, at);
            } finally {
                fetches.release();
            }
        } catch (IOException e) {
            return new Found.Unknown("The certificate could not be fetched; deliver it again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.Unknown("There was no time to fetch the certificate; deliver it again.");
        }
    }

    private Found fetch(URI address, Instant at) throws IOException {
        List<X509Certificate> published = CertificateChain.parse(fetcher.get(address));
        if (published.isEmpty() || !isNamedAfterSns(published.getFirst())) {
            return new Found.Bad("What SigningCertURL leads to is no certificate of SNS.");
        }
        X509Certificate certificate = published.getFirst();
        if (!CertificateChain.isTrusted(certificate, published, anchors.get(), at)
                && !CertificateChain.isTrusted(certificate, withIssuer(certificate, published), anchors.get(), at)) {
            return new Found.Bad("The certificate is out of date, or nobody whom we trust has issued it.");
        }
        memory.put(address, certificate);
        return new Found.Good(List.of(certificate));
    }

    private List<X509Certificate> withIssuer(X509Certificate certificate, List<X509Certificate> published)
            throws IOException {
        byte[] extension = certificate.getExtensionValue(ISSUER_EXTENSION);
        Matcher issuer = ISSUER.matcher(extension == null ? "" : new String(extension, ISO_8859_1));
        List<X509Certificate> all = new ArrayList<>(published);
        if (issuer.find()) {
            all.addAll(CertificateChain.parse(issuers.get(URI.create(issuer.group()))));
        }
        return all;
    }

    private static Found inDate(X509Certificate certificate, Instant at) {
        return CertificateChain.isInDate(certificate, at)
                ? new Found.Good(List.of(certificate))
                : new Found.Bad("The certificate is out of date.");
    }

    private static boolean isNamedAfterSns(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .toList()
                            .equals(List.of(NAME));
        } catch (InvalidNameException e) {
            return false;
        }
    }
}
