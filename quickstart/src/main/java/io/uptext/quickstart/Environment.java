/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the examples of docs/api call the parts of a running demo, for a shell to read. */
final class Environment {

    private Environment() {}

    /** A file that {@code .} reads. */
    static String of(Stack stack) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("UPTEXT_API", Addresses.url(stack.addresses().challenge()));
        names.put("UPTEXT_NOTIFIER", Addresses.url(stack.addresses().notifier()));
        names.put("UPTEXT_KEY", stack.secrets().acmeKey());
        names.put("UPTEXT_PHONE", Addresses.url(stack.addresses().phone()));
        names.put("UPTEXT_DOOR", Addresses.url(stack.addresses().inbound()) + "/v1/inbound/" + Phone.GENERIC);
        names.put("UPTEXT_DOOR_SECRET", stack.secrets().genericSecret());
        return names.entrySet().stream()
                .map(each -> each.getKey() + "='" + each.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}
