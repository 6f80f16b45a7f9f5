/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

/** Whatever takes part in a comparison. */
public interface Titled {

    /** Its name for people. */
    String title();
}
