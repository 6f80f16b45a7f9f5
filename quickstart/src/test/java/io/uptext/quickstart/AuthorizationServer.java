/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.uptext.platform.json.Json;
import io.uptext.testkit.backend.Ports;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A real authorization server, Spring's, which knows nothing of us but the audience that its tokens are for. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableWebSecurity
class AuthorizationServer {

    static final String AUDIENCE = "https://sms.example.com";

    /** Who is in the registry of the demo. */
    static final String ACME = "acme-backend";

    /** Who is not. */
    static final String STRANGER = "stranger";

    /** Whose tokens are for another service. */
    static final String ELSEWHERE = "acme-elsewhere";

    /** Starts one at a free port. */
    static Started start() {
        int port = Ports.free();
        return new Started(
                new SpringApplicationBuilder(AuthorizationServer.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=" + port,
                                "--spring.jmx.enabled=false",
                                "--issuer=http://127.0.0.1:" + port),
                "http://127.0.0.1:" + port);
    }

    /** One that runs. */
    record Started(ConfigurableApplicationContext context, String issuer) implements AutoCloseable {

        /** Gives a client a token, as OAuth 2.0 says (RFC 6749 section 4.4). */
        String token(String client, String scope) {
            String basic = Base64.getEncoder()
                    .encodeToString((client + ":" + secret(client)).getBytes(StandardCharsets.US_ASCII));
            HttpResponse<String> answer = Running.send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope="
                            + scope.replace(":", "%3A").replace(" ", "+")))
                    .build());
            return Optional.of(Json.MAPPER
                            .readTree(answer.body())
                            .path("access_token")
                            .asString(""))
                    .filter(token -> !token.isEmpty())
                    .orElseThrow(() -> new AssertionError(answer.body()));
        }

        String jwks() {
            return issuer + "/oauth2/jwks";
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static String secret(String client) {
        return "secret-of-" + client;
    }

    @Bean
    SecurityFilterChain endpoints(HttpSecurity http) {
        return http.oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(List.of(ACME, STRANGER, ELSEWHERE).stream()
                .map(AuthorizationServer::client)
                .toList());
    }

    private static RegisteredClient client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(
                        List.of("uptext:create", "uptext:read", "uptext:cancel", "uptext:redeem", "something:else")))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        JWK key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> audience() {
        return token -> {
            token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            boolean elsewhere = token.getRegisteredClient().getClientId().equals(ELSEWHERE);
            token.getClaims().audience(List.of(elsewhere ? "https://elsewhere.example.com" : AUDIENCE));
        };
    }

    @Bean
    AuthorizationServerSettings settings(Environment environment) {
        return AuthorizationServerSettings.builder()
                .issuer(environment.getRequiredProperty("issuer"))
                .build();
    }
}
