/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates from a file that an operator has put there, for networks without a way out and for trying. Whoever may write it
 * says who may sign.
 *
 * <p>It is read for each request, so that it can be replaced, or come, while we run.
 */
record CertificateFile(Path path) implements SigningCertificates {

    /** The option that names it. */
    static final String OPTION = "signing-certificate";

    private static final int LARGEST = 64 * 1024;

    /** What is wrong with what an option says. That there is no such file yet is not. */
    static Optional<String> flawOf(String option) {
        try {
            Path path = Path.of(option);
            return option.isBlank() || (Files.exists(path) && certificates(path).isEmpty())
                    ? Optional.of("options." + OPTION + " is the path of a file with certificates in PEM")
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.of("options." + OPTION + " is the path of a file that can be read");
        }
    }

    @Override
    public Found of(SnsEnvelope envelope, Instant at) {
        try {
            List<X509Certificate> good = certificates(path).stream()
                    .filter(certificate -> CertificateChain.isInDate(certificate, at))
                    .toList();
            return good.isEmpty()
                    ? new Found.Bad("No certificate in the file of options." + OPTION + " is in date.")
                    : new Found.Good(good);
        } catch (IOException e) {
            return new Found.Unknown("The file of options." + OPTION + " cannot be read; deliver it again.");
        }
    }

    private static List<X509Certificate> certificates(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            return List.of();
        }
        return CertificateChain.parse(Files.readAllBytes(path));
    }
}
