/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import picocli.CommandLine.Option;

/** What a phone sends. */
public class PhoneText {

    private static final String DEFAULT_FROM = "+46701234567";
    private static final String DEFAULT_TO = "50500";
    private static final String DEFAULT_TEXT = "Hello";

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The phone's number with its plus sign (" + DEFAULT_FROM + ").")
    private String from = DEFAULT_FROM;

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            description = "The short code or number that is texted (" + DEFAULT_TO + ").")
    private String to = DEFAULT_TO;

    @Option(names = "--text", paramLabel = "TEXT", description = "What it says (" + DEFAULT_TEXT + ").")
    private String text = DEFAULT_TEXT;

    /** The phone's number. */
    public final String from() {
        return from;
    }

    /** What is texted. */
    public final String to() {
        return to;
    }

    /** What it says. */
    public final String text() {
        return text;
    }
}
