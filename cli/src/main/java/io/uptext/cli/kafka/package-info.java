/* SPDX-License-Identifier: Apache-2.0 */
/** What every command that talks to Kafka needs: where it is, and what to say if it is not there. */
@NullMarked
package io.uptext.cli.kafka;

import org.jspecify.annotations.NullMarked;
