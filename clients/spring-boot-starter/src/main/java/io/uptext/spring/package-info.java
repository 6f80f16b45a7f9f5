/* SPDX-License-Identifier: Apache-2.0 */
/** What a Spring Boot site is given once it says where Uptext is. */
@NullMarked
package io.uptext.spring;

import org.jspecify.annotations.NullMarked;
