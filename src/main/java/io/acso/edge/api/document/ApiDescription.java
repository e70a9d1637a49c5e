package io.acso.edge.api.document;

import io.acso.domain.kernel.Principal;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/** What the description says about the whole, and how it reads our types. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String VERSION = "1";
    private static final String ABOUT = """
            Lists are paged: `items`, and `next`, the cursor of the next page, absent at the end. A page of a filtered \
            list may be short and still have a `next`.

            What goes wrong is a problem as RFC 9457 has it; its `detail` names the cure, its `type` is \
            `urn:acso:problem:` and a word that stays.

            A POST that acts takes an `Idempotency-Key`: the same key brings the same answer for seven days, and \
            nothing happens twice. Where an answer has an `ETag`, `If-Match` refuses with 412 what was meant for \
            another version. 202 means that the supervisor has it; `location` says where to look for what comes of it.
            """;

    @Bean
    OpenAPI openApi() {
        // Who calls is no part of the question.
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(AuthenticationPrincipal.class)
                .addRequestWrapperToIgnore(Authentication.class, Principal.class);
        return new OpenAPI()
                .info(new Info()
                        .title("ACSO")
                        .version(VERSION)
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this platform")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("the local token, an API key, or an access token"))
                        .addSecuritySchemes("client", client()))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("client"));
    }

    private static SecurityScheme client() {
        OAuthFlow credentials = new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("a service client's own token, by client credentials")
                .flows(new OAuthFlows().clientCredentials(credentials));
    }

    @Bean
    TypeNames typeNames() {
        return new TypeNames();
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers, TypeNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
    }

    @Bean
    ModelConverter plainTypes(JavadocProvider javadoc) {
        return new PlainTypes(javadoc);
    }

    @Bean
    Operations operations() {
        return new Operations();
    }

    @Bean
    Finish finish(Operations operations, TypeNames names, JavadocProvider javadoc) {
        return new Finish(operations, names, javadoc, Examples.load());
    }
}
