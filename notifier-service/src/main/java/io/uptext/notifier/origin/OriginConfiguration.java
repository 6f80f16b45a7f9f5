/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.origin;

import io.uptext.notifier.NotifierProperties;
import io.uptext.notifier.watch.Origins;
import io.uptext.platform.file.WatchedFile;
import io.uptext.registry.RelyingParties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose pages may watch here. */
@Configuration(proxyBeanMethods = false)
public class OriginConfiguration {

    @Bean
    Origins origins(WatchedFile<RelyingParties> registry, NotifierProperties properties) {
        return new PartyOrigins(registry::now, properties.ownOrigins());
    }
}
