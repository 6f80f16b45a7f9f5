/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.spring.login.Paths;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** A form whose session is over has done nothing, and leads to the page of the new session instead of to a bare 403. */
final class BackToThePage implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    /** As the only one of a chain it is asked about everything. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof CsrfException && isOurs(request)) {
            response.setStatus(TextLoginFilter.SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + Paths.PAGE);
        } else {
            others.handle(request, response, reason);
        }
    }

    static boolean isOurs(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(Paths.PAGE) || path.startsWith(Paths.PAGE + "/");
    }
}
