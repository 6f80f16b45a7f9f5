/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Options that are one of a few words. */
final class Options {

    private Options() {}

    /** The constant that is configured by this word. */
    static <E extends Enum<E>> Optional<E> of(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.toString().equals(word))
                .findFirst();
    }

    /** What is wrong where an option is none of its words. */
    static <E extends Enum<E>> Optional<String> flawIn(String name, Class<E> kind, Optional<E> value) {
        return value.isPresent()
                ? Optional.empty()
                : Optional.of("options." + name + " is one of "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(Enum::toString)
                                .collect(Collectors.joining(", ")));
    }
}
