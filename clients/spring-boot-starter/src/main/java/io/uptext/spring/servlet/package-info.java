/* SPDX-License-Identifier: Apache-2.0 */
/** Login by text for servlet sites, as a configurer of Spring Security. */
@NullMarked
package io.uptext.spring.servlet;

import org.jspecify.annotations.NullMarked;
