/* SPDX-License-Identifier: Apache-2.0 */
/** What services tell each other; every record here is published on exactly one topic. */
@NullMarked
package io.uptext.contracts.event;

import org.jspecify.annotations.NullMarked;
