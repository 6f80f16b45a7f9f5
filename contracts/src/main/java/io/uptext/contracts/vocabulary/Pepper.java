/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that turns codes and numbers into keys that tell nothing: a plain hash of a phone number is reversed by
 * hashing all numbers. Every service that writes a keyed topic has the same one.
 */
public final class Pepper {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_BYTES = 32;
    private static final int COUNT_KEY_LENGTH = 32;

    private final ThreadLocal<Mac> macs;

    /**
     * Takes the configured secret.
     *
     * @param base64 at least 32 random bytes in base64
     * @throws IllegalArgumentException if it is shorter or not base64
     */
    public Pepper(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < SHORTEST_BYTES) {
            throw new IllegalArgumentException("a pepper has at least " + SHORTEST_BYTES + " random bytes");
        }
        SecretKeySpec key = new SecretKeySpec(bytes, ALGORITHM);
        // To find one and to give it the key takes as long as to use it, and each use leaves it as it was.
        this.macs = ThreadLocal.withInitial(() -> mac(key));
    }

    /** The key of a code at a destination: the same code means another challenge at another destination. */
    public CodeKey codeKey(Destination destination, ChallengeCode code) {
        return new CodeKey(hmac("code|" + destination.address() + "|" + code.normal()));
    }

    /** The key of a message without a code: one sender's messages stay in order. */
    public CodeKey senderKey(Msisdn sender) {
        return new CodeKey(hmac("sender|" + sender.e164()));
    }

    /**
     * What a relying party knows a number by that is not to know the number (OpenID Connect Core 1.0, 8.1): the same for the
     * same number at the same relying party, and another at another, so that no two can compare their users.
     */
    public Subject pseudonym(RelyingPartyId relyingParty, Msisdn number) {
        byte[] mac = hmacBytes("subject|" + relyingParty.value() + "|" + number.e164());
        return new Subject(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    /**
     * What something is counted by that must not be named where it is counted: 128 bits in hexadecimal.
     *
     * @param text what is counted, with what kind of thing it is
     */
    public String countKey(String text) {
        return hmac("count|" + text).substring(0, COUNT_KEY_LENGTH);
    }

    /** What a message is known by whose carrier gives it no id: in hexadecimal, the same for the same content only. */
    public String contentKey(byte[] content) {
        Mac mac = macs.get();
        mac.update("content|".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(content));
    }

    /**
     * Numbers that nobody can foretell who has not the secret, and that are the same for the same text.
     *
     * @param text what they are for
     */
    public RandomGenerator numbers(String text) {
        byte[] seed = ("numbers|" + text + "|").getBytes(StandardCharsets.UTF_8);
        return new DerivedNumbers(count -> {
            Mac mac = macs.get();
            mac.update(seed);
            return mac.doFinal(count);
        });
    }

    private String hmac(String text) {
        return HexFormat.of().formatHex(hmacBytes(text));
    }

    private byte[] hmacBytes(String text) {
        return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Pepper[***]";
    }
}
