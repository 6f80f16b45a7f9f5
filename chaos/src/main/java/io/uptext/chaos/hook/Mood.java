/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.hook;

/** What a target does with what comes. */
public enum Mood {
    /** It takes it. */
    WELL("works"),
    /** It says that it cannot. */
    FAILING("answers 500"),
    /** It says nothing for longer than anybody waits. */
    HANGING("hangs"),
    /** It wants the message to go to another relying party's target. */
    REDIRECTING("redirects"),
    /** Nobody is there. */
    GONE("is gone");

    private final String words;

    Mood(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
