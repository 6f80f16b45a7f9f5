/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring;

import io.uptext.client.UptextClient;
import io.uptext.client.UptextClientBuilder;
import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The client and what both kinds of sites share. */
@AutoConfiguration
@ConditionalOnProperty("uptext.url")
@EnableConfigurationProperties(UptextProperties.class)
public class UptextAutoConfiguration {

    /** Calls Uptext. */
    @Bean
    @ConditionalOnMissingBean
    UptextClient uptextClient(UptextProperties properties) {
        UptextClientBuilder client = UptextClient.builder()
                .apiKey(said(properties.apiKey(), "uptext.api-key"))
                .relyingParty(said(properties.relyingParty(), "uptext.relying-party"))
                .issuer(properties.issuer() == null ? String.valueOf(properties.url()) : properties.issuer())
                .attemptTimeout(properties.attemptTimeout())
                .totalTimeout(properties.totalTimeout());
        return properties.url() == null
                ? client.build()
                : client.url(properties.url()).build();
    }

    /** What happens between a person, the site and Uptext. */
    @Bean
    @ConditionalOnMissingBean
    LoginFlow uptextLoginFlow(UptextClient client, UptextProperties properties, Environment environment) {
        return new LoginFlow(client.async(), properties.login(), siteName(properties, environment), Clock.systemUTC());
    }

    /** What the person sees. */
    @Bean
    @ConditionalOnMissingBean
    LoginPages uptextLoginPages(UptextProperties properties, Environment environment) {
        return new LoginPages(
                siteName(properties, environment), properties.login().number(), Clock.systemUTC());
    }

    private static String siteName(UptextProperties properties, Environment environment) {
        String said = properties.login().siteName();
        return said == null ? environment.getProperty("spring.application.name", "this site") : said;
    }

    private static String said(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " must be set where uptext.url is.");
        }
        return value;
    }
}
