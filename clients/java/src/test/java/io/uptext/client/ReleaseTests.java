/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReleaseTests {

    private static final int JAVA_17 = 61;

    @Test
    void a_site_on_java_17_can_load_it() throws IOException {
        try (DataInputStream file = new DataInputStream(UptextClient.class.getResourceAsStream("UptextClient.class"))) {
            file.skipNBytes(6);
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }
}
