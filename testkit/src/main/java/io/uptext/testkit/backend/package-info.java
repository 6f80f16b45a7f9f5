/* SPDX-License-Identifier: Apache-2.0 */
/** A real Kafka broker and a real Redis on loopback, without containers. */
@NullMarked
package io.uptext.testkit.backend;

import org.jspecify.annotations.NullMarked;
