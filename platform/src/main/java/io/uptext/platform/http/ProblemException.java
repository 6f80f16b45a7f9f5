/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

/** Ends a request with a problem. It is an answer rather than a failure, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final String detail;

    ProblemException(Problem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    /** What kind of problem it is. */
    public Problem problem() {
        return problem;
    }

    /** The sentence for whoever made the mistake. */
    public String detail() {
        return detail;
    }
}
