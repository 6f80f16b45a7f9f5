/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.crowd.Place;
import java.net.URI;

/**
 * A notifier, to be killed and to be watched.
 *
 * @param address where it serves, in whichever process
 */
public record Notifier(Instance instance, URI address) {

    /** Where pages can wait. */
    public Place place() {
        return new Place(instance.number(), address);
    }
}
