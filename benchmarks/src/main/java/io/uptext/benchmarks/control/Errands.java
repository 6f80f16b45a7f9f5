/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The side of a child: it takes one errand after the other from the one who has started it. */
public final class Errands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final ServerSocket socket;
    private final Runner runner;

    private Errands(ServerSocket socket, Runner runner) {
        this.socket = socket;
        this.runner = runner;
    }

    /** Does them. */
    public interface Runner {

        /** Reads what is wanted, does it, and writes what came of it. */
        void run(DataInputStream wanted, DataOutputStream done) throws Exception;
    }

    /** Takes them at a port of loopback. */
    public static Errands at(int port, Runner runner) throws IOException {
        Errands errands = new Errands(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), runner);
        Thread.ofPlatform().name("errands").daemon().start(errands::take);
        return errands;
    }

    private void take() {
        try (Socket parent = socket.accept();
                DataInputStream wanted = new DataInputStream(new BufferedInputStream(parent.getInputStream()));
                DataOutputStream done = new DataOutputStream(new BufferedOutputStream(parent.getOutputStream()))) {
            parent.setTcpNoDelay(true);
            while (true) {
                runner.run(wanted, done);
                done.flush();
            }
        } catch (IOException e) {
            log.debug("The parent has gone", e);
        } catch (Exception e) {
            log.error("An errand has failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
