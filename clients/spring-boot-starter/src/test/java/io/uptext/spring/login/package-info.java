/* SPDX-License-Identifier: Apache-2.0 */
/** The steps of a login, and their pages. */
@NullMarked
package io.uptext.spring.login;

import org.jspecify.annotations.NullMarked;
