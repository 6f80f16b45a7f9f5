/* SPDX-License-Identifier: Apache-2.0 */
/** A phone, its carrier and its carrier's aggregator, which signs webhooks as real ones do. */
@NullMarked
package io.uptext.quickstart.phone;

import org.jspecify.annotations.NullMarked;
