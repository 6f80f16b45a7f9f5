/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a proof; one that is missing or of another form makes it {@link ProofFlaw#MALFORMED}. */
final class Claims {

    private Claims() {}

    static Proof read(JWTClaimsSet claims) {
        try {
            return new Proof(
                    present(claims.getSubject()),
                    present(claims.getStringClaim("challenge_id")),
                    present(claims.getJWTID()),
                    claims.getStringClaim("nonce"),
                    instant(claims.getIssueTime()),
                    instant(claims.getExpirationTime()),
                    instant(claims.getDateClaim("auth_time")),
                    methods(claims),
                    present(claims.getStringClaim("route_trust")),
                    evidence(claims));
        } catch (ParseException | NullPointerException e) {
            throw new ProofException(ProofFlaw.MALFORMED);
        }
    }

    private static List<String> methods(JWTClaimsSet claims) throws ParseException {
        List<String> methods = claims.getStringListClaim("amr");
        return methods == null ? List.of() : methods;
    }

    private static Map<String, Object> evidence(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> evidence = claims.getJSONObjectClaim("evidence");
        return evidence == null ? Map.of() : evidence;
    }

    private static Instant instant(@Nullable Date date) {
        return present(date).toInstant();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new ProofException(ProofFlaw.MALFORMED);
        }
        return value;
    }
}
