/* SPDX-License-Identifier: Apache-2.0 */
/** Answers over HTTP, held to what an OpenAPI document says of them. */
@NullMarked
package io.uptext.testkit.contract;

import org.jspecify.annotations.NullMarked;
