/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.uptext.benchmarks.control.Errands;
import io.uptext.testkit.process.Lifeline;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Browsers that wait, as many as a process may have files. */
final class BrowsersProgram implements Errands.Runner {

    private final Sockets sockets = new Sockets();
    private final List<Crowd> crowds = new ArrayList<>();

    private BrowsersProgram() {}

    /** What can be wanted of it; all but the first two say of which crowd. */
    enum Errand {
        CLOCK,
        COME,
        COUNT,
        SEEN,
        COME_BACK,
        LEAVE
    }

    /** Takes errands at the port of loopback that is named first. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            BrowsersProgram program = new BrowsersProgram();
            Errands errands = Errands.at(Integer.parseInt(arguments[0]), program);
            return () -> {
                errands.close();
                program.sockets.close();
            };
        });
    }

    @Override
    public void run(DataInputStream wanted, DataOutputStream done) throws IOException {
        switch (Errand.valueOf(wanted.readUTF())) {
            case CLOCK -> done.writeLong(System.nanoTime());
            case COME -> done.writeInt(come(wanted));
            case COUNT -> crowd(wanted).count().write(done);
            case SEEN -> {
                for (Seen each : crowd(wanted).seen()) {
                    each.write(done);
                }
            }
            case COME_BACK -> {
                crowd(wanted).comeBack(wanted.readInt(), Comeback.valueOf(wanted.readUTF()));
                done.writeBoolean(true);
            }
            case LEAVE -> {
                int number = wanted.readInt();
                crowds.get(number).close();
                crowds.set(number, new Crowd(sockets, new String[0], 0, Comeback.NEVER));
                done.writeBoolean(true);
            }
        }
    }

    private int come(DataInputStream wanted) throws IOException {
        int port = wanted.readInt();
        int atATime = wanted.readInt();
        String[] tokens = new String[wanted.readInt()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = wanted.readUTF();
        }
        Crowd crowd = new Crowd(sockets, tokens, port, Comeback.NEVER);
        crowds.add(crowd);
        crowd.come(atATime);
        return crowds.size() - 1;
    }

    private Crowd crowd(DataInputStream wanted) throws IOException {
        return crowds.get(wanted.readInt());
    }
}
