package io.acso.edge.console;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Which addresses are the console's. What a deep link means is decided in the browser, so all of an area give one page. */
@Configuration(proxyBeanMethods = false)
class ConsoleRoutes implements WebMvcConfigurer {

    /** The directories of console/src/pages. */
    static final List<String> AREAS = List.of(
            "account",
            "agents",
            "approvals",
            "finance",
            "hunting",
            "incidents",
            "overview",
            "playbooks",
            "services",
            "setup",
            "sign-in",
            "system");

    /** What is shown to whoever names no area. */
    private static final String FIRST = "overview";

    private static final Duration UNCHANGING = Duration.ofDays(365);
    private static final String AT = "classpath:/" + Console.FILES;

    @Bean
    RouterFunction<ServerResponse> console() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (String area : AREAS) {
            Supplier<ServerResponse> page = Console.present() ? ConsolePage.of(area)::answer : ConsolePage::missing;
            routes.GET("/" + area, request -> page.get());
            routes.GET("/" + area + "/**", request -> page.get());
            if (area.equals(FIRST)) {
                routes.GET("/", request -> page.get());
            }
        }
        return routes.build();
    }

    /** The build names these by a hash of what is in them, and lays a compressed copy beside each. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(AT + "assets/")
                .setCacheControl(CacheControl.maxAge(UNCHANGING).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/favicon.svg", "/scheme.js")
                .addResourceLocations(AT)
                .setCacheControl(CacheControl.noCache());
    }
}
