/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/** What anybody can do with a proof who has Nimbus and knows our address. */
final class Proof {

    static final String ISSUER = Addresses.url(Running.STACK.addresses().challenge());

    private Proof() {}

    /** The claims, if it is genuine, ours, for this audience, and good now. */
    static JWTClaimsSet verified(String proof, String audience) throws ParseException, BadJOSEException, JOSEException {
        return verified(proof, audience, Instant.now());
    }

    static JWTClaimsSet verified(String proof, String audience, Instant now)
            throws ParseException, BadJOSEException, JOSEException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("uptext-proof+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(published())));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        audience,
                        new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                        Set.of("sub", "iat", "exp", "jti")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(now);
                    }
                });
        return processor.process(proof, null);
    }

    static JWKSet published() throws ParseException {
        URI keys = URI.create(ISSUER + "/.well-known/jwks.json");
        return JWKSet.parse(Running.send(HttpRequest.newBuilder(keys).build()).body());
    }
}
