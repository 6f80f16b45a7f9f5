/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.util.List;

/** What asks, in words: a person can so notice that it is not their own device. */
final class Device {

    /** The order matters: most browsers also say that they are others. */
    private static final List<String> BROWSERS = List.of("Firefox", "Edg", "OPR", "Chrome", "Safari");

    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    private Device() {}

    static String of(String userAgent) {
        return first(BROWSERS, userAgent, "a browser").replace("Edg", "Edge").replace("OPR", "Opera")
                + " on "
                + first(SYSTEMS, userAgent, "an unknown device").replace("Mac OS", "a Mac");
    }

    private static String first(List<String> words, String userAgent, String otherwise) {
        return words.stream().filter(userAgent::contains).findFirst().orElse(otherwise);
    }
}
