/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.spring.UptextAutoConfiguration;
import io.uptext.spring.UptextProperties;
import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import io.uptext.spring.login.TextLoginUsers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** {@link TextLogin} for a servlet site. */
@AutoConfiguration(after = UptextAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HttpSecurity.class)
@ConditionalOnBean(LoginFlow.class)
public class ServletLoginAutoConfiguration {

    /** Everybody with a number, unless the site says otherwise. */
    @Bean
    @ConditionalOnMissingBean
    TextLoginUsers textLoginUsers() {
        return TextLoginUsers.everybody();
    }

    /** One for all chains of filters: they share the site's threads. */
    @Bean
    AtOnce uptextLoginsAtOnce(UptextProperties properties) {
        return new AtOnce(properties.login().atOnce());
    }

    /** A new one for each chain of filters: a configurer belongs to one. */
    @Bean
    @Scope("prototype")
    @ConditionalOnMissingBean
    TextLogin textLogin(LoginFlow flow, LoginPages pages, TextLoginUsers users, AtOnce atOnce) {
        return new TextLogin(flow, pages, users, atOnce);
    }
}
