package io.acso.edge.api.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the one check before every handler. */
@Configuration(proxyBeanMethods = false)
class AccessRules implements WebMvcConfigurer {

    private final Access access;

    AccessRules(Access access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessCheck(access)).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
