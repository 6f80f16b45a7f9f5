/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.net.URI;

/**
 * Where pages can wait.
 *
 * @param notifier the number of the instance
 * @param address where it serves
 */
public record Place(int notifier, URI address) {}
