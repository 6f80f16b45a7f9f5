/* SPDX-License-Identifier: Apache-2.0 */
/** Makes the OpenAPI document: shapes from the records, words from the pages of docs/api. */
@NullMarked
package io.uptext.challenge.openapi;

import org.jspecify.annotations.NullMarked;
