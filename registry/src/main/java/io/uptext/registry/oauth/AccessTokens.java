/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.uptext.platform.http.Problem;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies access tokens of one issuer (RFC 9068; plain JWTs as many issuers write them are taken too).
 *
 * <p>Only signatures by public keys count: a token that says {@code none} or an HMAC is nobody's. The issuer's keys are kept
 * for five minutes, for an hour while it cannot be reached, and are not asked for more often than every ten seconds however
 * many unknown key ids come.
 */
public final class AccessTokens {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LARGEST_KEY_SET = 256 * 1024;

    /** Asking for keys blocks, and an event loop must not. */
    private final Scheduler blocking = Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

    private final AtomicBoolean away = new AtomicBoolean();
    private final JwtDecoder decoder;
    private final String clientClaim;

    /** Takes what {@code trusted} says. */
    public AccessTokens(OAuth trusted, Clock clock) {
        NimbusJwtDecoder nimbus = new NimbusJwtDecoder(processor(trusted));
        nimbus.setJwtValidator(validator(trusted, clock));
        decoder = nimbus;
        clientClaim = trusted.clientClaim();
    }

    private static DefaultJWTProcessor<SecurityContext> processor(OAuth trusted) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(trusted)));
        processor.setJWTClaimsSetVerifier((_, _) -> {
            // The validator does, by our clock.
        });
        return processor;
    }

    private static JWKSource<SecurityContext> keys(OAuth trusted) {
        try {
            return JWKSourceBuilder.create(
                            trusted.jwksUri().toURL(),
                            new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET))
                    .cache(KEPT.toMillis(), 2L * PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(ASKED_AT_MOST_EVERY.toMillis())
                    .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("oauth.jwks-uri is no address", e);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(OAuth trusted, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtClaimValidator<>("exp", Objects::nonNull),
                new JwtIssuerValidator(trusted.issuer()),
                new JwtClaimValidator<@Nullable List<String>>(
                        "aud", audience -> audience != null && audience.contains(trusted.audience())));
    }

    /** What a token says; empty where it is not good, a problem where the issuer's keys cannot be had. */
    public Mono<AccessToken> verify(String token) {
        return Mono.fromCallable(() -> read(decoder.decode(token)))
                .subscribeOn(blocking)
                .doOnNext(_ -> away.set(false))
                .onErrorResume(BadJwtException.class, _ -> Mono.empty())
                .onErrorMap(JwtException.class, failure -> {
                    // Once, for anybody can ask for keys that there are not.
                    if (away.compareAndSet(false, true)) {
                        log.warn("An access token could not be verified: {}", failure.getMessage());
                    }
                    return Problem.UNAVAILABLE.because("The keys of the access token's issuer cannot be had just now.");
                });
    }

    private @Nullable AccessToken read(Jwt token) {
        return token.getClaims().get(clientClaim) instanceof String client
                ? new AccessToken(client, scopes(token.getClaims().get("scope")))
                : null;
    }

    /** RFC 8693 has one text with gaps; some issuers write a list. */
    private static Set<String> scopes(@Nullable Object claim) {
        return switch (claim) {
            case String words -> Arrays.stream(words.split(" +")).collect(Collectors.toSet());
            case Collection<?> words ->
                words.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }
}
