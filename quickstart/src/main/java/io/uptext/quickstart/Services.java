/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** A change to a service before it starts. */
interface Services {

    /** Nothing changed. */
    Services UNCHANGED = challenge -> challenge;

    /** The challenge service as it shall be started. */
    SpringApplicationBuilder challenge(SpringApplicationBuilder challenge);
}
