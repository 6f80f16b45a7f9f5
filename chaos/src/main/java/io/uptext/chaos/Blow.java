/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Fault;

/** One of several things that are done in a scenario. */
interface Blow {

    /** Does it, and comes back when it is mended. */
    Fault strike(Scene scene) throws Exception;
}
