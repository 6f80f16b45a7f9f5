/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** Hears of binds, on the threads of their sessions. */
public interface SmscListener {

    /** Hears nothing. */
    SmscListener NONE = new SmscListener() {};

    /** Somebody is bound. */
    default void bound(SmscSession session) {}

    /** Somebody is not. The request tells no password. */
    default void refused(BindRequest request, int status) {}

    /** A session that was bound has ended. */
    default void ended(SmscSession session) {}
}
