/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.servlet;

import static org.springframework.security.config.Customizer.withDefaults;

import io.uptext.spring.servlet.TextLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see what. */
@Configuration(proxyBeanMethods = false)
class Security {

    // tag::chain
    @Bean
    SecurityFilterChain site(HttpSecurity http, TextLogin login) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .with(login, withDefaults())
                .build();
    }
    // end::chain
}
