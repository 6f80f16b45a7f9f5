/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

/** What a secret looks like where it is printed. */
final class Secret {

    static final String HIDDEN = "***";

    private Secret() {}
}
