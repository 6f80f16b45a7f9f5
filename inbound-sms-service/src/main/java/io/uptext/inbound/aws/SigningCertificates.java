/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Where the certificates come from that signatures are checked with. */
@FunctionalInterface
interface SigningCertificates {

    /** What came of looking for them. */
    sealed interface Found {

        /** Certificates that are SNS's, and good at the time in question; one of them has signed, or nobody. */
        record Good(List<X509Certificate> certificates) implements Found {}

        /** None that could be. The reason quotes nothing. */
        record Bad(String reason) implements Found {}

        /** It cannot be told now. */
        record Unknown(String reason) implements Found {}
    }

    /** Looks for the certificates of an envelope that came at a time; the caller's thread may wait. */
    Found of(SnsEnvelope envelope, Instant at);
}
