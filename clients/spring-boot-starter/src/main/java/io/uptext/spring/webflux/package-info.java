/* SPDX-License-Identifier: Apache-2.0 */
/** Login by text for WebFlux sites, as a customizer of Spring Security. */
@NullMarked
package io.uptext.spring.webflux;

import org.jspecify.annotations.NullMarked;
