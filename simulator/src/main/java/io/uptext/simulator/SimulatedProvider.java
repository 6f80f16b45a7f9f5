/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One provider, as it delivers texts from phones. */
public interface SimulatedProvider {

    /** Its name in a connector's {@code provider}. */
    String name();

    /** Its name for people. */
    String title();

    /** How it can show that it is the provider; the first is what it does unless it is told otherwise. */
    List<Proof> proofs();

    /** The options of an account that it knows, with a few words on each. */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Whether it proves itself so by a secret that the account has with it. */
    default boolean wantsSecret(Proof proof) {
        return proof != Proof.NONE;
    }

    /** The headers of its own signature. */
    default List<String> signatureHeaders() {
        return List.of();
    }

    /** The headers of its own signature, where an account's options name them. */
    default List<String> signatureHeaders(Account account) {
        return signatureHeaders();
    }

    /** Whether its signature covers the time, so that an old request is refused. */
    default boolean signsTime() {
        return false;
    }

    /** Whether its signature covers the time, where that is an account's options to say. */
    default boolean signsTime(Account account) {
        return signsTime();
    }

    /** Whether its signature covers the message, so that a changed one is refused. */
    default boolean signsMessage(Account account) {
        return true;
    }

    /** Another secret of the same form, which the account does not have. */
    default String otherSecret(String secret) {
        return secret + "-other";
    }

    /**
     * Writes the request of a text, with the provider's signature if that is the account's proof.
     *
     * @param now the provider's time
     */
    SimulatedRequest write(SimulatedSms sms, Account account, Instant now);

    /** The request of a text with whatever proves it. */
    default SimulatedRequest request(SimulatedSms sms, Account account, Instant now) {
        return SharedProofs.add(write(sms, account, now), account);
    }
}
