/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.webflux;

import io.uptext.spring.UptextAutoConfiguration;
import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;

/** {@link ReactiveTextLogin} for a WebFlux site. */
@AutoConfiguration(after = UptextAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ServerHttpSecurity.class)
@ConditionalOnBean(LoginFlow.class)
public class WebFluxLoginAutoConfiguration {

    /** Everybody with a number, unless the site says otherwise. */
    @Bean
    @ConditionalOnMissingBean
    ReactiveTextLoginUsers reactiveTextLoginUsers() {
        return ReactiveTextLoginUsers.everybody();
    }

    /** Sessions are the site's, or WebFlux's own. */
    @Bean
    @ConditionalOnMissingBean
    ReactiveTextLogin reactiveTextLogin(
            LoginFlow flow,
            LoginPages pages,
            ReactiveTextLoginUsers users,
            ObjectProvider<ServerSecurityContextRepository> contexts) {
        return new ReactiveTextLogin(
                flow, pages, users, contexts.getIfAvailable(WebSessionServerSecurityContextRepository::new));
    }
}
