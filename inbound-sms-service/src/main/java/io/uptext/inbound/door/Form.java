/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.platform.json.StrictUtf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The parameters of an {@code application/x-www-form-urlencoded} body or of a query, values untrimmed: providers sign the
 * spaces too.
 *
 * <p>It keeps bytes, one to a character, since some gateways send binary headers and texts in the charset of the phone.
 * They are in the order of bytes, which for UTF-8 is the order of code points.
 */
public final class Form {

    private static final int ESCAPE_LENGTH = 3;

    /** Sorted, and none of them twice. */
    private final List<Parameter> parameters;

    private Form(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** The parameters of a request: of its query if it is a GET, of its body otherwise. */
    public static Optional<Form> of(RawRequest request) {
        return request.isGet() ? ofQuery(request) : request.form();
    }

    /** The parameters of a request's query. */
    public static Optional<Form> ofQuery(RawRequest request) {
        return parse(request.rawQuery().orElse("").getBytes(ISO_8859_1));
    }

    /** Reads a body, or nothing where an escape is broken. */
    public static Optional<Form> parse(byte[] body) {
        List<Parameter> parameters = new ArrayList<>();
        for (int start = 0; start < body.length; ) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                int equals = indexOf(body, '=', start, end);
                Optional<String> name = decode(body, start, equals);
                Optional<String> value = decode(body, Math.min(equals + 1, end), end);
                if (name.isEmpty() || value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.add(new Parameter(name.get(), value.get()));
            }
            start = end + 1;
        }
        return Optional.of(new Form(distinct(parameters)));
    }

    private static List<Parameter> distinct(List<Parameter> parameters) {
        Collections.sort(parameters);
        List<Parameter> distinct = new ArrayList<>(parameters.size());
        for (Parameter each : parameters) {
            if (distinct.isEmpty() || !distinct.getLast().equals(each)) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /** The bytes of a parameter; empty where it is missing, or stands there twice with different values. */
    public Optional<byte[]> bytes(String name) {
        int first = first(name);
        return isAt(first, name) && !isAt(first + 1, name)
                ? Optional.of(parameters.get(first).value().getBytes(ISO_8859_1))
                : Optional.empty();
    }

    /** Where a parameter of this name is, or would be: no value comes before the empty one. */
    private int first(String name) {
        int found = Collections.binarySearch(parameters, new Parameter(name, ""));
        return found >= 0 ? found : -found - 1;
    }

    private boolean isAt(int index, String name) {
        return index < parameters.size() && parameters.get(index).name().equals(name);
    }

    /** The text of a parameter; empty also where it is not UTF-8. */
    public Optional<String> only(String name) {
        return bytes(name).flatMap(StrictUtf8::decode);
    }

    /** The text of a parameter that says something. */
    public Optional<String> filled(String name) {
        return only(name).filter(value -> !value.isEmpty());
    }

    /** The message in the parameters of these names; empty where one is missing, has two values, or its id is empty. */
    public Optional<DoorMessage> message(String id, String from, String to, String text) {
        Optional<String> providerMessageId = filled(id);
        Optional<String> sender = only(from);
        Optional<String> destination = only(to);
        Optional<String> written = only(text);
        return providerMessageId.isPresent() && sender.isPresent() && destination.isPresent() && written.isPresent()
                ? Optional.of(new DoorMessage(providerMessageId.get(), sender.get(), destination.get(), written.get()))
                : Optional.empty();
    }

    /** Whether there is a parameter of this name. */
    public boolean has(String name) {
        return isAt(first(name), name);
    }

    /** The names in their order, as bytes one to a character. */
    public Set<String> names() {
        return parameters.stream().map(Parameter::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a name with one of its values is such a pair, both as bytes one to a character. */
    public boolean anyMatch(BiPredicate<String, String> pair) {
        for (Parameter each : parameters) {
            if (pair.test(each.name(), each.value())) {
                return true;
            }
        }
        return false;
    }

    /** Names sorted, each followed by its sorted values, with nothing between: what Twilio and Plivo sign. */
    public byte[] joined() {
        return joined("", "");
    }

    /** Names sorted, with their sorted values, as in a query but decoded: what Plivo signs of a query. */
    public byte[] joinedAsQuery() {
        return joined("=", "&");
    }

    private byte[] joined(String between, String after) {
        StringBuilder joined = new StringBuilder();
        for (Parameter each : parameters) {
            if (!joined.isEmpty()) {
                joined.append(after);
            }
            joined.append(each.name()).append(between).append(each.value());
        }
        return joined.toString().getBytes(ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, char wanted, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static Optional<String> decode(byte[] bytes, int start, int end) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; at++) {
            byte next = bytes[at];
            if (next == '+') {
                decoded[length++] = ' ';
            } else if (next == '%') {
                int high = end - at < ESCAPE_LENGTH ? -1 : Character.digit(bytes[at + 1], 16);
                int low = high < 0 ? -1 : Character.digit(bytes[at + 2], 16);
                if (low < 0) {
                    return Optional.empty();
                }
                decoded[length++] = (byte) (high << 4 | low);
                at += ESCAPE_LENGTH - 1;
            } else {
                decoded[length++] = next;
            }
        }
        return Optional.of(new String(decoded, 0, length, ISO_8859_1));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Form[***]";
    }

    private record Parameter(String name, String value) implements Comparable<Parameter> {

        @Override
        public int compareTo(Parameter other) {
            int names = name.compareTo(other.name);
            return names == 0 ? value.compareTo(other.value) : names;
        }
    }
}
