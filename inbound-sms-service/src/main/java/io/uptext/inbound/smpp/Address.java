/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.platform.phone.PhoneNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a message, or what was texted.
 *
 * @param ton type of number (SMPP 3.4, 5.2.5)
 * @param npi numbering plan indicator (SMPP 3.4, 5.2.6)
 * @param digits as the SMSC spells it
 */
record Address(int ton, int npi, String digits) {

    private static final int UNKNOWN = 0;
    private static final int INTERNATIONAL = 1;
    private static final int NATIONAL = 2;
    private static final int NPI_UNKNOWN = 0;
    private static final int NPI_ISDN = 1;

    static Address read(Octets octets) throws MalformedPduException {
        return new Address(octets.one(), octets.one(), octets.cString());
    }

    /**
     * How a subscriber's number is to be read: with a plus sign where the SMSC says that it is international.
     *
     * @param region the country whose national numbers the SMSC sends, if it sends such
     * @return empty where no subscriber has such an address: letters, short codes, numbers of other plans, an IMSI for example
     */
    Optional<String> asSender(@Nullable String region) {
        if (npi != NPI_UNKNOWN && npi != NPI_ISDN) {
            return Optional.empty();
        }
        return switch (ton) {
            case UNKNOWN -> Optional.of(digits);
            case INTERNATIONAL -> Optional.of(international());
            case NATIONAL ->
                region == null
                        ? Optional.empty()
                        : PhoneNumbers.parseNational(digits, region).map(Msisdn::e164);
            default -> Optional.empty();
        };
    }

    /** How what was texted is to be read. SMSCs write short codes with any type of number. */
    String asDestination() {
        return ton == INTERNATIONAL ? international() : digits;
    }

    /** Some SMSCs leave a plus sign or the prefix of international calls in it. */
    private String international() {
        return digits.startsWith("+") ? digits : "+" + (digits.startsWith("00") ? digits.substring(2) : digits);
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "Address[ton=" + ton + ", npi=" + npi + "]";
    }
}
