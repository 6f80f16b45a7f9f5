/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.Locale;
import java.util.Map;

/** Values of command_status (SMPP 3.4, 5.1.3), as far as they occur between an SMSC and a receiver. */
public final class CommandStatus {

    /** All is well. */
    public static final int ROK = 0x00;
    /** command_length is impossible. */
    public static final int RINVCMDLEN = 0x02;
    /** command_id is not known. */
    public static final int RINVCMDID = 0x03;
    /** Not in this state of the bind. */
    public static final int RINVBNDSTS = 0x04;
    /** Bound already. */
    public static final int RALYBND = 0x05;
    /** Something is wrong inside. */
    public static final int RSYSERR = 0x08;
    /** No bind. */
    public static final int RBINDFAIL = 0x0D;
    /** Not this password. */
    public static final int RINVPASWD = 0x0E;
    /** Not this system id. */
    public static final int RINVSYSID = 0x0F;
    /** The queue is full; later. */
    public static final int RMSGQFUL = 0x14;
    /** Too many at a time; later. */
    public static final int RTHROTTLED = 0x58;
    /** The receiver cannot take it now; later. */
    public static final int RX_T_APPN = 0x64;
    /** The receiver will never take it. */
    public static final int RX_P_APPN = 0x65;
    /** The receiver rejects it. */
    public static final int RX_R_APPN = 0x66;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(ROK, "ESME_ROK"),
            Map.entry(0x01, "ESME_RINVMSGLEN"),
            Map.entry(RINVCMDLEN, "ESME_RINVCMDLEN"),
            Map.entry(RINVCMDID, "ESME_RINVCMDID"),
            Map.entry(RINVBNDSTS, "ESME_RINVBNDSTS"),
            Map.entry(RALYBND, "ESME_RALYBND"),
            Map.entry(RSYSERR, "ESME_RSYSERR"),
            Map.entry(0x0A, "ESME_RINVSRCADR"),
            Map.entry(0x0B, "ESME_RINVDSTADR"),
            Map.entry(RBINDFAIL, "ESME_RBINDFAIL"),
            Map.entry(RINVPASWD, "ESME_RINVPASWD"),
            Map.entry(RINVSYSID, "ESME_RINVSYSID"),
            Map.entry(RMSGQFUL, "ESME_RMSGQFUL"),
            Map.entry(0x43, "ESME_RINVESMCLASS"),
            Map.entry(RTHROTTLED, "ESME_RTHROTTLED"),
            Map.entry(RX_T_APPN, "ESME_RX_T_APPN"),
            Map.entry(RX_P_APPN, "ESME_RX_P_APPN"),
            Map.entry(RX_R_APPN, "ESME_RX_R_APPN"),
            Map.entry(0xC0, "ESME_RINVOPTPARSTREAM"),
            Map.entry(0xC1, "ESME_ROPTPARNOTALLWD"),
            Map.entry(0xC2, "ESME_RINVPARLEN"),
            Map.entry(0xC3, "ESME_RMISSINGOPTPARAM"),
            Map.entry(0xC4, "ESME_RINVOPTPARAMVAL"),
            Map.entry(0xFE, "ESME_RDELIVERYFAILURE"),
            Map.entry(0xFF, "ESME_RUNKNOWNERR"));

    private CommandStatus() {}

    /** The name of a status in the specification, or its number in hexadecimal. */
    public static String name(int status) {
        return NAMES.getOrDefault(status, String.format(Locale.ROOT, "0x%08X", status));
    }

    /** Whether a message with this answer is delivered again later. */
    public static boolean isTransient(int status) {
        return status == RMSGQFUL || status == RTHROTTLED || status == RX_T_APPN;
    }
}
