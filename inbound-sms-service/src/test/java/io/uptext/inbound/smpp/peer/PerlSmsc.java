/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One with Perl's <a href="https://metacpan.org/dist/Net-SMPP">Net::SMPP</a>. */
final class PerlSmsc {

    private PerlSmsc() {}

    static PeerSmsc start() {
        return ScriptSmsc.start(
                "perl", List.of("perl", ScriptSmsc.script("smsc.pl").toString()), Map.of());
    }

    /** What keeps it from being started here. */
    static Optional<String> missing() {
        return missing("perl", "Net::SMPP");
    }

    static Optional<String> missing(String perl, String module) {
        return Tool.runs(perl, "-M" + module, "-e", "1")
                ? Optional.empty()
                : Optional.of("Perl module " + module + " is not installed: apt-get install libnet-smpp-perl");
    }
}
