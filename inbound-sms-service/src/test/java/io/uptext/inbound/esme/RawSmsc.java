/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** The least that an SMSC does. */
final class RawSmsc {

    private RawSmsc() {}

    /** Reads the request to bind, and says yes. */
    static void answerBind(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readNBytes(in.readInt() - Integer.BYTES);
        socket.getOutputStream().write(new byte[] {0, 0, 0, 17, (byte) 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0});
    }
}
