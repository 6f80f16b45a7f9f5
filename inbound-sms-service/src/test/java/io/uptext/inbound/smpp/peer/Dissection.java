/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Wireshark makes of a session.
 *
 * @param counts how many PDUs of each command it has found, by the command's name in the specification
 * @param complaints what it does not like, in words: malformed packets, warnings and errors of its dissectors, and octets
 *     that are part of no PDU; empty where all is well
 */
public record Dissection(Map<String, Integer> counts, List<String> complaints) {

    private static final String TSHARK = "tshark";
    private static final boolean IS_THERE = Tool.runs(TSHARK, "--version");
    /** Wireshark's numbers for how bad something is: 0x600000 is a warning, 0x800000 an error. */
    private static final int WARNING = 0x600000;

    private static final List<String> FIELDS =
            List.of("smpp.command_id", "_ws.malformed", "_ws.expert.severity", "_ws.expert.message");

    /** Dissects what was said so far, for which both should be quiet; where there is no tshark, the test is skipped. */
    public static Dissection of(TcpTap tap) {
        return of(tap.said(), tap.port());
    }

    static Dissection of(List<TcpTap.Said> said, int port) {
        assumeTrue(IS_THERE, "tshark is not installed: nobody dissects the sessions");
        try {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            Path capture = Files.write(Files.createTempFile(folder, "smpp", ".pcap"), Pcap.of(said, port));
            Path errors = Files.createTempFile(folder, "tshark", ".log");
            Dissection dissection = read(Tool.lines(errors, command(capture, port)), Pdus.counts(said));
            Files.delete(errors);
            Files.delete(capture);
            return dissection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path capture, int port) {
        List<String> command = new ArrayList<>(List.of(TSHARK, "-n", "-r", capture.toString()));
        command.addAll(List.of("-d", "tcp.port==" + port + ",smpp", "-o", "tcp.check_checksum:TRUE"));
        command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-T", "fields", "-E", "separator=/t"));
        command.addAll(List.of("-E", "occurrence=a", "-E", "aggregator=|", "-e", "frame.number"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        return command;
    }

    private static Dissection read(List<String> frames, Pdus.Counts recorded) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> complaints = new ArrayList<>(recorded.leftovers());
        for (String frame : frames) {
            String[] fields = frame.split("\t", -1);
            for (String id : values(fields[1])) {
                counts.merge(Commands.name(Long.decode(id).intValue()), 1, Integer::sum);
            }
            if (!fields[2].isEmpty()) {
                complaints.add("frame " + fields[0] + " is malformed");
            }
            if (values(fields[3]).stream().anyMatch(severity -> Integer.decode(severity) >= WARNING)) {
                complaints.add("frame " + fields[0] + ": " + fields[4]);
            }
        }
        if (!counts.equals(recorded.counts())) {
            complaints.add("of " + recorded.counts() + " it has found " + counts);
        }
        return new Dissection(counts, List.copyOf(complaints));
    }

    private static List<String> values(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split("\\|", -1));
    }
}
