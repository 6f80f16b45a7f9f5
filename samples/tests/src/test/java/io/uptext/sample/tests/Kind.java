/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import io.uptext.testkit.backend.Ports;

/** The sample sites. */
enum Kind {
    SERVLET("servlet-site", "io.uptext.sample.servlet.ServletSite", "JSESSIONID"),
    WEBFLUX("webflux-site", "io.uptext.sample.webflux.WebFluxSite", "SESSION");

    final String module;
    final String program;
    final String cookie;
    final int port = Ports.free();
    final int strictPort = Ports.free();

    Kind(String module, String program, String cookie) {
        this.module = module;
        this.program = program;
        this.cookie = cookie;
    }
}
