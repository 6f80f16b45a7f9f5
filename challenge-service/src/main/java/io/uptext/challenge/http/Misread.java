/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * What is told of a body that cannot be read: at which field, by the name that we have for it. Neither its value nor a name
 * that the body has made up is repeated.
 */
final class Misread {

    private Misread() {}

    static ProblemException notJson() {
        return Problem.MALFORMED.because("The body is not JSON of the documented form.");
    }

    /** Of the body that was to be a {@code form}. */
    static ProblemException problem(JacksonException failure, Class<?> form) {
        String field = field(failure.getPath(), form);
        if (field.isEmpty()) {
            return notJson();
        }
        // Texts that are not what they should be, other than numbers that should be texts, are JSON of the right form.
        return failure instanceof InvalidFormatException format && format.getValue() instanceof String
                ? Problem.INVALID_REQUEST.because(field + " must be " + wanted(format.getTargetType()) + ".")
                : Problem.MALFORMED.because("The body is not JSON of the documented form: look at " + field + ".");
    }

    private static String wanted(Class<?> type) {
        return type.equals(Duration.class) ? "a duration of ISO 8601, PT3M for example" : "written as documented";
    }

    private static String field(List<Reference> path, Class<?> form) {
        List<String> names = new ArrayList<>();
        Class<?> type = form;
        for (Reference each : path) {
            Optional<RecordComponent> known = component(type, each.getPropertyName());
            if (known.isEmpty()) {
                break;
            }
            names.add(known.get().getName());
            type = known.get().getType();
        }
        return String.join(".", names);
    }

    private static Optional<RecordComponent> component(Class<?> type, @Nullable String name) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                : Optional.empty();
    }
}
