/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Connector;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a gateway writes the four things that make a message.
 *
 * @param id the same on each delivery
 * @param from who sent it
 * @param to what was texted
 * @param text what it says
 */
record FieldNames(String id, String from, String to, String text) {

    static final String ID = "id-field";
    static final String FROM = "from-field";
    static final String TO = "to-field";
    static final String TEXT = "text-field";

    private static final Pattern PATH = Pattern.compile("[^.]+(\\.[^.]+)*");
    private static final int LONGEST = 256;
    private static final int FIELDS = 4;

    /** As a connector's options name them: {@code id}, {@code from}, {@code to} and {@code text} unless they do. */
    static FieldNames of(Connector connector) {
        return new FieldNames(
                connector.option(ID).orElse("id"),
                connector.option(FROM).orElse("from"),
                connector.option(TO).orElse("to"),
                connector.option(TEXT).orElse("text"));
    }

    /** What is wrong with them in such a body. */
    Optional<String> flaw(BodyKind body) {
        if (Stream.of(id, from, to, text).anyMatch(name -> name.isBlank() || name.length() > LONGEST)) {
            return Optional.of("options.*-field name fields of 1 to " + LONGEST + " characters");
        }
        if (body == BodyKind.JSON
                && !Stream.of(id, from, to, text)
                        .allMatch(name -> PATH.matcher(name).matches())) {
            return Optional.of("options.*-field are names in the JSON object, with one dot between each level");
        }
        // A text that is read as its own sender signs in as anybody.
        return Stream.of(id, from, to, text).distinct().count() == FIELDS
                ? Optional.empty()
                : Optional.of("options.*-field are four different fields");
    }
}
