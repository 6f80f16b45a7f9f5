/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

/** The site's word on who somebody with a proven number is. Without such a bean, everybody is admitted as their number. */
@FunctionalInterface
public interface TextLoginUsers {

    /** Who it is, or why they cannot sign in. It is asked after the redemption, and may be asked again for the same one. */
    Admission admit(ProvenNumber number);

    /** Everybody, with the role {@code USER}. */
    static TextLoginUsers everybody() {
        return number -> Admission.of(number, "USER");
    }
}
