/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.servlet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class ServletSite {

    /** {@code ./uptext site servlet} calls it. */
    public static void main(String[] arguments) {
        SpringApplication.run(ServletSite.class, arguments);
    }
}
