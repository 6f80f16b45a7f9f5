/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

/** Reads how long challenges may live. */
final class ValidityReading {

    private ValidityReading() {}

    static ValidityPolicy read(Section section) {
        ValidityPolicy otherwise = ValidityPolicy.DEFAULT;
        var shortest = section.duration("shortest", otherwise.shortest());
        var longest = section.duration("longest", otherwise.longest());
        var between = otherwise.usual().compareTo(longest) > 0 ? longest : otherwise.usual();
        var usual = section.duration("default", between.compareTo(shortest) < 0 ? shortest : between);
        section.end();
        try {
            return new ValidityPolicy(shortest, usual, longest);
        } catch (IllegalArgumentException e) {
            section.wrong("default", "does not fit: " + e.getMessage());
            return otherwise;
        }
    }
}
