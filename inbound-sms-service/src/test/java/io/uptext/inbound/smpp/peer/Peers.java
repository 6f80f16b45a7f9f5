/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Those that others wrote. */
public enum Peers {
    JSMPP,
    CH_SMPP,
    NPM,
    PERL;

    /** What keeps it from being started on this machine, in words; empty where nothing does. */
    public Optional<String> missing() {
        return switch (this) {
            case JSMPP, CH_SMPP -> Optional.empty();
            case NPM -> NpmSmsc.missing();
            case PERL -> PerlSmsc.missing();
        };
    }

    /** Starts one; where something is missing for that, the test is skipped. */
    public PeerSmsc start() {
        Optional<String> reason = missing();
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
        return switch (this) {
            case JSMPP -> JsmppSmsc.start();
            case CH_SMPP -> ChSmppSmsc.start();
            case NPM -> NpmSmsc.start();
            case PERL -> PerlSmsc.start();
        };
    }
}
