package io.acso.edge.api.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks before every handler of ours runs. */
final class AccessCheck implements HandlerInterceptor {

    private static final String OURS = "io.acso.";

    private final Access access;

    AccessCheck(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An answer that is dispatched anew was let begin.
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !method.hasMethodAnnotation(Open.class)) {
            check(method);
        }
        return true;
    }

    private void check(HandlerMethod method) {
        Permitted permitted = method.getMethodAnnotation(Permitted.class);
        if (permitted == null) {
            throw NotPermitted.refused(
                    method.getShortLogMessage(), "What this does has no name that a policy could permit.", List.of());
        }
        access.check(SecurityContextHolder.getContext().getAuthentication(), permitted.value());
    }
}
