/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

/** What all our HTTP edges have in common. */
@Configuration(proxyBeanMethods = false)
public class HttpConventions {

    @Bean
    WebExceptionHandler problemAnswers() {
        return new ProblemAnswers();
    }

    @Bean
    WebFilter oneHost() {
        return new OneHost();
    }

    @Bean
    RouterFunction<ServerResponse> otherMethods(ObjectProvider<RouterFunction<ServerResponse>> routes) {
        return new OtherMethods(routes::stream);
    }
}
