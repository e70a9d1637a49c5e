package io.acso.edge.api.graphql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has the live connections looked at when a request has changed who may come in: who is out sees nothing more. */
@Configuration(proxyBeanMethods = false)
class LookAfterChange implements WebMvcConfigurer {

    private static final String[] CHANGES = {
        "/identity/**", "/api/v1/sessions/**", "/api/v1/people/**", "/api/v1/api-keys/**", "/api/v1/clients/**"
    };

    private final ObjectProvider<LiveConnections> connections;

    LookAfterChange(ObjectProvider<LiveConnections> connections) {
        this.connections = connections;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public void afterCompletion(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable Exception trouble) {
                        if (!request.getMethod().equals(HttpMethod.GET.name())) {
                            connections.getObject().lookNow();
                        }
                    }
                })
                .addPathPatterns(CHANGES)
                .excludePathPatterns("/identity/presence");
    }
}
