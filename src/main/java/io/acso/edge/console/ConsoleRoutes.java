package io.acso.edge.console;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Which addresses are the console's. What a deep link means is decided in the browser, so each gives the same page. */
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

    private static final Duration UNCHANGING = Duration.ofDays(365);
    private static final String AT = "classpath:/" + Console.FILES;

    @Bean
    RouterFunction<ServerResponse> console() {
        String[] paths = Stream.concat(
                        Stream.of("/"), AREAS.stream().flatMap(area -> Stream.of("/" + area, "/" + area + "/**")))
                .toArray(String[]::new);
        if (!Console.present()) {
            return route(paths, ConsolePage::missing);
        }
        ConsolePage page = ConsolePage.read();
        return route(paths, page::answer);
    }

    private static RouterFunction<ServerResponse> route(String[] paths, Supplier<ServerResponse> page) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (String path : paths) {
            routes.route(RequestPredicates.GET(path), request -> page.get());
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
