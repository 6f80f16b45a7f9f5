/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A {@code command_status}: how a request ended (SMPP 3.4, 5.1.3). Carriers have their own beside those of the
 * specification.
 *
 * @param value any 32 bits
 */
public record CommandStatus(int value) {

    public static final CommandStatus ROK = new CommandStatus(0x00);
    public static final CommandStatus RINVMSGLEN = new CommandStatus(0x01);
    public static final CommandStatus RINVCMDLEN = new CommandStatus(0x02);
    public static final CommandStatus RINVCMDID = new CommandStatus(0x03);
    public static final CommandStatus RINVBNDSTS = new CommandStatus(0x04);
    public static final CommandStatus RALYBND = new CommandStatus(0x05);
    public static final CommandStatus RSYSERR = new CommandStatus(0x08);
    public static final CommandStatus RBINDFAIL = new CommandStatus(0x0d);
    public static final CommandStatus RINVPASWD = new CommandStatus(0x0e);
    public static final CommandStatus RINVSYSID = new CommandStatus(0x0f);
    public static final CommandStatus RMSGQFUL = new CommandStatus(0x14);
    public static final CommandStatus RTHROTTLED = new CommandStatus(0x58);
    public static final CommandStatus RX_T_APPN = new CommandStatus(0x64);
    public static final CommandStatus RX_P_APPN = new CommandStatus(0x65);
    public static final CommandStatus RX_R_APPN = new CommandStatus(0x66);
    public static final CommandStatus RINVOPTPARSTREAM = new CommandStatus(0xc0);
    public static final CommandStatus RINVPARLEN = new CommandStatus(0xc2);

    private static final String PREFIX = "ESME_";
    private static final Map<CommandStatus, String> NAMES = Map.ofEntries(
            Map.entry(ROK, "ROK"),
            Map.entry(RINVMSGLEN, "RINVMSGLEN"),
            Map.entry(RINVCMDLEN, "RINVCMDLEN"),
            Map.entry(RINVCMDID, "RINVCMDID"),
            Map.entry(RINVBNDSTS, "RINVBNDSTS"),
            Map.entry(RALYBND, "RALYBND"),
            Map.entry(RSYSERR, "RSYSERR"),
            Map.entry(RBINDFAIL, "RBINDFAIL"),
            Map.entry(RINVPASWD, "RINVPASWD"),
            Map.entry(RINVSYSID, "RINVSYSID"),
            Map.entry(RMSGQFUL, "RMSGQFUL"),
            Map.entry(RTHROTTLED, "RTHROTTLED"),
            Map.entry(RX_T_APPN, "RX_T_APPN"),
            Map.entry(RX_P_APPN, "RX_P_APPN"),
            Map.entry(RX_R_APPN, "RX_R_APPN"),
            Map.entry(RINVOPTPARSTREAM, "RINVOPTPARSTREAM"),
            Map.entry(RINVPARLEN, "RINVPARLEN"));
    private static final Map<String, CommandStatus> BY_NAME =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /**
     * Reads a status as operators and their carriers write it.
     *
     * @param written {@code ESME_RX_T_APPN} or, for those that have no name here, {@code 0x64}
     * @throws IllegalArgumentException if it is neither
     */
    public static CommandStatus valueOf(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT);
        CommandStatus named = BY_NAME.get(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper);
        if (named != null) {
            return named;
        }
        try {
            if (upper.startsWith("0X") && upper.length() > 2) {
                return new CommandStatus(HexFormat.fromHexDigits(upper.substring(2)));
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence.
        }
        throw new IllegalArgumentException(
                "a status is a name, ESME_RX_T_APPN for example, or a number, 0x64 for example");
    }

    /** Whether it says that all is well. */
    public boolean isOk() {
        return value == 0;
    }

    /** Whether it has a name here. */
    public boolean isNamed() {
        return NAMES.containsKey(this);
    }

    /** Its name in the specification, or its number. */
    @Override
    public String toString() {
        String name = NAMES.get(this);
        return name == null ? "0x" + HexFormat.of().toHexDigits(value) : PREFIX + name;
    }
}
