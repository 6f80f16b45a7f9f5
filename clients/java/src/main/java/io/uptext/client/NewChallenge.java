/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to create. docs/api/challenges.md has the limits of each value; what is null is left to Uptext.
 *
 * @param msisdn the number that must send the text; null lets any number do it, which is open mode
 * @param validity how long the text may take, 30 s to 10 min, within what the registry allows
 * @param codeChallenge of a {@link CodeVerifier}, which the redemption must then show
 * @param nonce what the proof repeats
 * @param context what the person is told
 * @param endUserIp the address of the person's device, by which Uptext counts
 * @param returnTo for Uptext's hosted page: where it leads back to; null where you show a page of your own
 * @param metadata up to 16 entries that you get back; no personal data, please
 */
public record NewChallenge(
        @Nullable Msisdn msisdn,
        @Nullable Duration validity,
        @Nullable String codeChallenge,
        @Nullable Nonce nonce,
        @Nullable ChallengeContext context,
        @Nullable EndUserIp endUserIp,
        @Nullable ReturnTo returnTo,
        Map<String, String> metadata) {

    /** Copies the metadata. */
    public NewChallenge {
        metadata = Map.copyOf(metadata);
    }

    /** Any number may send the text, and you learn which. */
    public static NewChallenge open() {
        return new NewChallenge(null, null, null, null, null, null, null, Map.of());
    }

    /** Only this number may. Prefer it whenever you know the number. */
    public static NewChallenge boundTo(Msisdn msisdn) {
        return new NewChallenge(msisdn, null, null, null, null, null, null, Map.of());
    }

    /** Redeemable by whoever has the verifier. */
    public NewChallenge with(CodeVerifier verifier) {
        return new NewChallenge(msisdn, validity, verifier.challenge(), nonce, context, endUserIp, returnTo, metadata);
    }

    /** With a nonce in its proof. */
    public NewChallenge with(Nonce nonce) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** With words for the person. */
    public NewChallenge with(ChallengeContext context) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** For the person at this address. Pass it on whenever you know it. */
    public NewChallenge with(EndUserIp endUserIp) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** With a validity of its own. */
    public NewChallenge with(Duration validity) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** On Uptext's hosted page, which leads back there. */
    public NewChallenge with(ReturnTo returnTo) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** With entries of your own. */
    public NewChallenge with(Map<String, String> metadata) {
        return new NewChallenge(msisdn, validity, codeChallenge, nonce, context, endUserIp, returnTo, metadata);
    }

    /** Without number, nonce, addresses and metadata. */
    @Override
    public String toString() {
        return "NewChallenge[" + (msisdn == null ? "open" : "bound") + "]";
    }
}
