package io.acso.edge.api.access;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the one check before every handler. */
@Configuration(proxyBeanMethods = false)
class AccessRules implements WebMvcConfigurer {

    /** Spring Security's filters stand at -100. */
    private static final int AFTER_SIGNING_IN = -80;

    private final Access access;

    AccessRules(Access access) {
        this.access = access;
    }

    @Bean
    FilterRegistrationBean<FiguresAccess> figures(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        FilterRegistrationBean<FiguresAccess> registration =
                new FilterRegistrationBean<>(new FiguresAccess(access, answers));
        registration.addUrlPatterns(FiguresAccess.PATHS);
        registration.setOrder(AFTER_SIGNING_IN);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessCheck(access)).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
