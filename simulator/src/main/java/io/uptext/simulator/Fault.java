/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What can be wrong with a request on purpose. A door must answer 401 to each of them. */
public enum Fault {
    /** Signed or accompanied by a secret that the account does not have. */
    WRONG_SECRET("with a secret that is not the account's"),
    /** One byte of the message was changed on the way. Only a signature can tell. */
    TAMPERED("with a byte that was changed after signing"),
    /** Sent ten minutes after it was signed. Only a signature over the time can tell. */
    STALE("signed ten minutes ago"),
    /** Whoever wrote it knows no secret and shows none. */
    UNPROVEN("without any proof");

    private static final Duration AGE = Duration.ofMinutes(10);

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    /** A few words that complete "a request". */
    public String description() {
        return description;
    }

    /** Whether the account's proof can show this fault at all. */
    public boolean shows(SimulatedProvider provider, Account account) {
        return switch (this) {
            case WRONG_SECRET, UNPROVEN -> account.proof() != Proof.NONE;
            case TAMPERED -> account.proof() == Proof.SIGNATURE && provider.signsMessage(account);
            case STALE -> account.proof() == Proof.SIGNATURE && provider.signsTime(account);
        };
    }

    /** A request with this fault. */
    public SimulatedRequest request(SimulatedProvider provider, SimulatedSms sms, Account account, Instant now) {
        return switch (this) {
            case WRONG_SECRET -> provider.request(sms, account.withSecret(provider.otherSecret(account.secret())), now);
            case TAMPERED -> Tampering.of(provider.request(sms, account, now), sms);
            case STALE -> provider.request(sms, account, now.minus(AGE));
            case UNPROVEN -> unproven(provider, sms, account, now);
        };
    }

    private static SimulatedRequest unproven(
            SimulatedProvider provider, SimulatedSms sms, Account account, Instant now) {
        if (account.proof() != Proof.SIGNATURE) {
            return provider.write(sms, account, now);
        }
        SimulatedRequest request = provider.request(sms, account, now);
        for (String header : provider.signatureHeaders(account)) {
            request = request.without(header);
        }
        return provider.signatureHeaders(account).isEmpty() ? Tampering.of(request, sms) : request;
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
