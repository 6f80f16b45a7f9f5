/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody uses just now. */
public final class Ports {

    private Ports() {}

    /** A free port of loopback. Another program may take it before its user does; the system picks from thousands. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
