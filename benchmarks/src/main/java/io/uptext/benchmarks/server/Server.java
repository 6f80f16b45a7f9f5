/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.testkit.process.ChildJvm;

/** A contender that serves. */
public record Server(int port, ChildJvm jvm) implements AutoCloseable {

    /** Its process. */
    public ProcessHandle process() {
        return jvm.process();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
