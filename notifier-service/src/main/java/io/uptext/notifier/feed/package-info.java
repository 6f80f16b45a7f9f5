/* SPDX-License-Identifier: Apache-2.0 */
/** The outcomes of a relying party over HTTP, from its own topic, from wherever it had come to. */
@NullMarked
package io.uptext.notifier.feed;

import org.jspecify.annotations.NullMarked;
