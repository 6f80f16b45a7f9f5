/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a provider's customer has set up there.
 *
 * @param url where requests really go
 * @param publicUrl what the provider believes to call, and signs
 * @param proof how the provider shows that it is the provider
 * @param secret what it signs with, or shows; empty for {@link Proof#NONE}
 * @param options whatever else the provider can be told
 */
public record Account(URI url, URI publicUrl, Proof proof, String secret, Map<String, String> options) {

    public Account {
        options = Map.copyOf(options);
    }

    /** An account at which nothing but the secret is set. */
    public static Account of(URI url, Proof proof, String secret) {
        return new Account(url, url, proof, secret, Map.of());
    }

    /** The same account with another secret. */
    public Account withSecret(String other) {
        return new Account(url, publicUrl, proof, other, options);
    }

    /** The same account with one more option. */
    public Account with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new Account(url, publicUrl, proof, secret, more);
    }

    /** An option, or what it is unless it is set. */
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "Account[" + proof + "]";
    }
}
