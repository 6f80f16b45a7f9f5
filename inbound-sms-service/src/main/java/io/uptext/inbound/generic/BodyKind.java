/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where a gateway writes a message: the option {@code body}, in lower case. */
enum BodyKind {
    /** A JSON object; fields are paths. */
    JSON,
    /** A form; fields are parameters. */
    FORM,
    /** The query of a GET; fields are parameters. */
    QUERY;

    static final String OPTION = "body";

    /** The fields of one request. */
    @FunctionalInterface
    interface Fields {

        /** The text of a field; empty where it is missing, is no text, or has two values. */
        Optional<String> text(String name);

        /** A message's id, which some gateways write as a number. */
        default Optional<String> id(String name) {
            return text(name);
        }
    }

    /** The kind that a connector's option says, {@link #JSON} unless it is set; empty where it says nonsense. */
    static Optional<BodyKind> of(Connector connector) {
        return Options.of(BodyKind.class, connector.option(OPTION).orElse("json"));
    }

    Set<String> methods() {
        return this == QUERY ? Set.of("GET") : Set.of("POST");
    }

    Set<String> mediaTypes() {
        return switch (this) {
            case JSON -> MediaTypes.JSON_ONLY;
            case FORM -> MediaTypes.FORM_ONLY;
            case QUERY -> Set.of();
        };
    }

    /** The fields of a request, or empty where it cannot be read. */
    Optional<Fields> fields(RawRequest request) {
        return switch (this) {
            case JSON -> JsonBody.parse(request.body()).map(JsonFields::new);
            case FORM -> request.form().map(form -> form::only);
            case QUERY -> Form.ofQuery(request).map(form -> form::only);
        };
    }

    private record JsonFields(JsonNode json) implements Fields {

        @Override
        public Optional<String> text(String path) {
            return JsonBody.string(json, path);
        }

        @Override
        public Optional<String> id(String path) {
            JsonNode id = JsonBody.at(json, path);
            return id.isIntegralNumber() ? Optional.of(id.asString()) : text(path);
        }
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
