/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.event.Event;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an event has all fields that its record does not call {@link Nullable}; JSON readers leave gaps as null. */
final class Completeness {

    private static final ClassValue<List<RecordComponent>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .toList();
        }
    };

    private Completeness() {}

    static void check(Event event) throws PoisonException {
        for (RecordComponent component : REQUIRED.get(event.getClass())) {
            if (valueOf(component, event) == null) {
                throw new PoisonException("the value has no " + component.getName());
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's fields can be read", e);
        }
    }
}
