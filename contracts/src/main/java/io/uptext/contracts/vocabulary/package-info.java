/* SPDX-License-Identifier: Apache-2.0 */
/** The words of Uptext, one type each; see docs/glossary.md. */
@NullMarked
package io.uptext.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
