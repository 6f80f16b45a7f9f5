/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.time.Duration;

/**
 * What came of one PDU.
 *
 * @param status of the last answer; see {@link CommandStatus}
 * @param latency from the last time that it was sent until that answer was read
 * @param attempts how often it was sent
 */
public record DeliveredPart(int status, Duration latency, int attempts) {}
