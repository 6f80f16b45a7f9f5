/* SPDX-License-Identifier: Apache-2.0 */
/** Sites that are configured otherwise than the samples. */
@NullMarked
package io.uptext.spring.site;

import org.jspecify.annotations.NullMarked;
