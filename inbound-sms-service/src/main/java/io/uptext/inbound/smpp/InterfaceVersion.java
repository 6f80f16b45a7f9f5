/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.util.Arrays;

/** The versions of SMPP that are spoken ({@code interface_version}; SMPP 3.4, 5.2.4). */
public enum InterfaceVersion {
    V3_4("3.4", 0x34),
    V5_0("5.0", 0x50);

    private final String written;
    private final int value;

    InterfaceVersion(String written, int value) {
        this.written = written;
        this.value = value;
    }

    /**
     * The version that is written so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InterfaceVersion of(String written) {
        return Arrays.stream(values())
                .filter(version -> version.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("smpp.version is \"3.4\" or \"5.0\""));
    }

    int value() {
        return value;
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return written;
    }
}
