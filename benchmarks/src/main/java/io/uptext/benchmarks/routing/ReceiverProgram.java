/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import io.lettuce.core.RedisClient;
import io.uptext.benchmarks.control.Errands;
import io.uptext.testkit.process.Lifeline;
import java.io.DataInputStream;
import java.io.DataOutputStream;

/** One instance that is told by the owner, in a process of its own. */
final class ReceiverProgram implements Errands.Runner {

    private final Receiver receiver;

    private ReceiverProgram(Receiver receiver) {
        this.receiver = receiver;
    }

    /** What can be wanted of it. */
    enum Errand {
        EXPECT,
        WAIT,
        COUNT
    }

    /** Takes errands at the port of loopback that is named first, and listens at the Redis that is named third. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            RedisClient redis = RedisClient.create(arguments[2]);
            Receiver receiver = Receiver.start(redis);
            Errands errands = Errands.at(Integer.parseInt(arguments[0]), new ReceiverProgram(receiver));
            return () -> {
                errands.close();
                receiver.close();
                redis.shutdown();
            };
        });
    }

    @Override
    public void run(DataInputStream wanted, DataOutputStream done) throws Exception {
        switch (Errand.valueOf(wanted.readUTF())) {
            case EXPECT -> {
                int count = wanted.readInt();
                for (int i = 0; i < count; i++) {
                    receiver.expect(wanted.readUTF(), wanted.readUTF());
                }
                done.writeInt(count);
            }
            case WAIT -> done.writeInt(receiver.waitForAll(wanted.readInt()));
            case COUNT -> done.writeInt(receiver.told());
        }
    }
}
