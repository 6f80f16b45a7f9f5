/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

/** How a connection came to its end. */
public enum Closing {
    /** The server has ended it in good order. */
    BY_SERVER,
    /** It broke, or could not be made. */
    BROKEN,
    /** The page has given up what was silent for too long. */
    SILENT,
    /** The page has heard the end, and the server did not close. */
    LEFT_OPEN,
    /** The run was over. */
    OVER
}
