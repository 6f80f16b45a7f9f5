/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.Map;

/** Ends a request with a problem. It is an answer rather than a failure, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final String detail;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem, String detail) {
        this(problem, detail, Map.of());
    }

    private ProblemException(Problem problem, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
    }

    /** The same, answered with more headers. */
    public ProblemException with(Map<String, String> headers) {
        return new ProblemException(problem, detail, headers);
    }

    /** What kind of problem it is. */
    public Problem problem() {
        return problem;
    }

    /** The headers that the answer has besides those of every problem. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The sentence for whoever made the mistake. */
    public String detail() {
        return detail;
    }
}
