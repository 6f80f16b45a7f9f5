/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.uptext.platform.file.InvalidFileException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys behind proofs: the first signs, and the public halves of all are published. So a new key is published before it
 * signs, and an old one for as long as its proofs live.
 */
public final class ProofKeys {

    private static final int MOST = 10;

    private final List<ECKey> keys;

    private ProofKeys(List<ECKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK Set (RFC 7517) of private keys.
     *
     * @throws InvalidFileException if it is not one of P-256 keys that have a {@code kid} each
     */
    public static ProofKeys read(byte[] jwks) throws InvalidFileException {
        List<JWK> all;
        try {
            all = JWKSet.parse(new String(jwks, UTF_8)).getKeys();
        } catch (ParseException | RuntimeException e) {
            // Whatever it does with JSON that it does not expect. Without what it quotes, which may be a key.
            throw new InvalidFileException(List.of("this is no JWK Set"));
        }
        List<String> mistakes = new ArrayList<>();
        List<ECKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            JWK key = all.get(i);
            if (!(key instanceof ECKey ec) || !Curve.P_256.equals(ec.getCurve()) || !ec.isPrivate()) {
                mistakes.add("keys[" + i + "] must be a private key with \"kty\": \"EC\" and \"crv\": \"P-256\"");
            } else if (key.getKeyID() == null || key.getKeyID().isBlank() || !ids.add(key.getKeyID())) {
                mistakes.add("keys[" + i + "].kid must be there, and no other key's");
            } else {
                keys.add(ec);
                if (!signs(ec)) {
                    mistakes.add("keys[" + i + "] has a \"d\" that is not that of its \"x\" and \"y\"");
                }
            }
        }
        if (all.isEmpty() || all.size() > MOST) {
            mistakes.add("keys must have 1 to " + MOST + " entries; ./uptext keys proof makes one");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidFileException(mistakes);
        }
        return new ProofKeys(List.copyOf(keys));
    }

    /** Whether what the private half signs is believed by the public one. */
    private static boolean signs(ECKey key) {
        try {
            JWSObject probe = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("probe"));
            probe.sign(new ECDSASigner(key));
            return probe.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    ECKey signing() {
        return keys.getFirst();
    }

    /** The public halves, as a JWK Set in JSON. */
    public String published() {
        return new JWKSet(List.copyOf(keys)).toString(true);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return keys.size() + " keys, and signs with " + signing().getKeyID();
    }
}
