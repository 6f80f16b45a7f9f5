/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.webflux;

import io.uptext.spring.webflux.ReactiveTextLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Who may see what. */
@Configuration(proxyBeanMethods = false)
class Security {

    // tag::chain
    @Bean
    SecurityWebFilterChain site(ServerHttpSecurity http, ReactiveTextLogin login) {
        return login.in(http.authorizeExchange(exchanges ->
                        exchanges.pathMatchers("/").permitAll().anyExchange().authenticated()))
                .build();
    }
    // end::chain
}
