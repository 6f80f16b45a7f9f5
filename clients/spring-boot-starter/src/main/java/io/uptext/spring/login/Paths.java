/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

/** Where the login is, below the site's context path. */
public final class Paths {

    /** The page. */
    public static final String PAGE = "/login/text";

    /** Creates a challenge. */
    public static final String BEGIN = PAGE;

    /** Goes on with a decided challenge. */
    public static final String GO_ON = PAGE + "/finish";

    /** Says that the number is one's own. */
    public static final String ACCEPT = PAGE + "/accept";

    /** Says that it is not. */
    public static final String DISOWN = PAGE + "/disown";

    /** Gives up. */
    public static final String CANCEL = PAGE + "/cancel";

    private Paths() {}
}
