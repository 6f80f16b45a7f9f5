/* SPDX-License-Identifier: Apache-2.0 */
/** Login by text, whatever the site is built on: what is asked of Uptext, what a session keeps, what a person sees. */
@NullMarked
package io.uptext.spring.login;

import org.jspecify.annotations.NullMarked;
