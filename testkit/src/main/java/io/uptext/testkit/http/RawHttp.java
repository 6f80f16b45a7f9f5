/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that no client library would, and reads whatever comes back. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE = 15_000;
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] ([0-9]{3})\\b");

    private final Socket socket;
    private long sent;

    /** Connects to a port of loopback. */
    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /** Sends, says that no more comes, and gives all that is answered until the other side closes or is quiet for long. */
    public static String exchange(int port, byte[]... parts) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            return http.send(parts).readAll();
        }
    }

    /** The statuses of all answers in a stream of bytes. */
    public static List<Integer> statuses(String answers) {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(answers);
        while (matcher.find()) {
            statuses.add(Integer.valueOf(matcher.group(1)));
        }
        return statuses;
    }

    /** Sends; what the other side does not take any more is not sent. */
    public RawHttp send(byte[]... parts) {
        try {
            OutputStream out = socket.getOutputStream();
            for (byte[] part : parts) {
                out.write(part);
                out.flush();
                sent += part.length;
            }
        } catch (IOException e) {
            return this; // it has closed; what it said before can still be read
        }
        return this;
    }

    /** How many bytes this side could send, of which some may be under way. */
    public long sent() {
        return sent;
    }

    /** Says that nothing more is sent. */
    public RawHttp endOfRequests() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Breaks the connection off: the other side is told that it is reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** All that comes until the other side closes, breaks off, or says nothing for long. */
    public String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException e) {
            all.writeBytes("\n(quiet)".getBytes(ISO_8859_1));
        } catch (IOException e) {
            all.writeBytes("\n(reset)".getBytes(ISO_8859_1));
        }
        return all.toString(ISO_8859_1);
    }

    /** Whether the other side has closed or sent something. */
    public boolean isOver() throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
