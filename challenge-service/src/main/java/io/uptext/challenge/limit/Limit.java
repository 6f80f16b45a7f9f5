/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

/** What may be too much. The name is public API: it is that of the policy in {@code RateLimit} fields. */
public enum Limit {
    PARTY("party", "You have created too many challenges."),
    NUMBER("number", "You have created too many challenges that name this number."),
    END_USER("end-user", "This end user's address has asked for too many challenges."),
    OPEN("open", "This number has as many open challenges of yours as it may have. One that ends makes room."),
    OUTSTANDING("outstanding", "As many of your challenges are open as may be. One that ends makes room."),
    DESTINATION("destination", "As many challenges are open at your destination as may be. One that ends makes room.");

    private final String policy;
    private final String sentence;

    Limit(String policy, String sentence) {
        this.policy = policy;
        this.sentence = sentence;
    }

    /** Its name for programs. */
    public String policy() {
        return policy;
    }

    /** What somebody is told who has reached it. */
    public String sentence() {
        return sentence;
    }
}
