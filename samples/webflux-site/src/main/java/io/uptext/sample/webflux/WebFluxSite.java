/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.webflux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class WebFluxSite {

    /** {@code ./uptext site webflux} calls it. */
    public static void main(String[] arguments) {
        SpringApplication.run(WebFluxSite.class, arguments);
    }
}
