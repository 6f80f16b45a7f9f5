/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/** Settings of Spring Boot's that streams do not keep to: whoever sets them learns it at the start. */
final class UnsupportedSettings {

    private static final String HTTP2 = "server.http2.enabled";
    private static final String BASE_PATH = "spring.webflux.base-path";

    private UnsupportedSettings() {}

    /** Ends the start if one of them is set, with a sentence that says what to do instead. */
    static void refuse(Environment settings) {
        if (settings.getProperty(HTTP2, Boolean.class, false)) {
            throw new InvalidConfigurationPropertyValueException(
                    HTTP2, true, "A stream has a connection of its own; let a proxy speak HTTP/2 to browsers.");
        }
        @Nullable String path = settings.getProperty(BASE_PATH);
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw new InvalidConfigurationPropertyValueException(
                    BASE_PATH, path, "Browsers watch at /v1/watch; let a proxy take away what comes before.");
        }
    }
}
