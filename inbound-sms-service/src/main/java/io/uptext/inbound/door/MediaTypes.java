/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.Set;

/** The content types that doors have in common. */
public final class MediaTypes {

    /** Parameters of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** JSON. */
    public static final String JSON = "application/json";

    /** Only forms. */
    public static final Set<String> FORM_ONLY = Set.of(FORM);

    /** Only JSON. */
    public static final Set<String> JSON_ONLY = Set.of(JSON);

    private MediaTypes() {}
}
