/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.site;

import static org.springframework.security.config.Customizer.withDefaults;

import io.uptext.spring.login.Admission;
import io.uptext.spring.login.TextLoginUsers;
import io.uptext.spring.servlet.TextLogin;
import io.uptext.spring.webflux.ReactiveTextLogin;
import io.uptext.spring.webflux.ReactiveTextLoginUsers;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A site with accounts of its own, which sends some people away; on whichever of the two stacks it is started. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({OtherSite.OnServlets.class, OtherSite.OnWebFlux.class, OtherSite.Pages.class})
class OtherSite {

    static volatile boolean welcome = true;
    static volatile boolean broken;
    static final AtomicInteger ASKED = new AtomicInteger();

    private static @Nullable Admission admit() {
        ASKED.incrementAndGet();
        if (broken) {
            return null;
        }
        UserDetails anna =
                User.withUsername("anna").password("").roles("CUSTOMER").build();
        return welcome ? Admission.of(anna) : Admission.refused("Your <account> is closed.");
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class OnServlets {

        @Bean
        @SuppressWarnings("NullAway") // the mistake of a site that is broken
        TextLoginUsers users() {
            return _ -> admit();
        }

        @Bean
        SecurityFilterChain site(HttpSecurity http, TextLogin login) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                            .permitAll()
                            .anyRequest()
                            .hasRole("CUSTOMER"))
                    .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.none())
                            .maximumSessions(1)
                            .maxSessionsPreventsLogin(true))
                    .with(login, withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class OnWebFlux {

        @Bean
        ReactiveTextLoginUsers users() {
            return _ -> reactor.core.publisher.Mono.fromSupplier(OtherSite::admit);
        }

        @Bean
        SecurityWebFilterChain site(ServerHttpSecurity http, ReactiveTextLogin login) {
            return login.in(http.authorizeExchange(
                            exchanges -> exchanges.anyExchange().hasRole("CUSTOMER")))
                    .build();
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/who")
        String who(Principal principal) {
            return Objects.requireNonNull(principal.getName());
        }
    }
}
