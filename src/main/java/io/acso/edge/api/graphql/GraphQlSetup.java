package io.acso.edge.api.graphql;

import com.fasterxml.jackson.annotation.JsonInclude;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Durability;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** The parts of GraphQL that are not fields. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphQlSettings.class)
class GraphQlSetup {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(Scalars.INSTANT).scalar(Scalars.JSON);
    }

    @Bean
    MaxQueryDepthInstrumentation depth(GraphQlSettings settings) {
        return new MaxQueryDepthInstrumentation(settings.deepest());
    }

    @Bean
    MaxQueryComplexityInstrumentation cost(GraphQlSettings settings) {
        return new MaxQueryComplexityInstrumentation(settings.dearest(), new Cost());
    }

    @Bean
    GraphQlSourceBuilderCustomizer rememberedQueries() {
        RememberedQueries remembered = new RememberedQueries();
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(remembered));
    }

    /** Of a subscription only its beginning is timed. */
    @Bean
    TimeoutWebGraphQlInterceptor timeout() {
        return new TimeoutWebGraphQlInterceptor(LONGEST);
    }

    @Bean
    Changes changes(Durability durability, GraphQlSettings settings, InstantSource clock) {
        return new Changes(
                durability.topic(), settings.kept(), UUID.randomUUID().toString(), clock);
    }

    @Bean
    LiveConnections liveConnections(WebGraphQlHandler graphQl, JsonMapper mapper, GraphQlSettings settings) {
        return new LiveConnections(graphQl, json(mapper), settings.connection());
    }

    @Bean
    GraphQlHttpHandler graphQlHttp(WebGraphQlHandler graphQl, JsonMapper mapper) {
        return new GraphQlHttpHandler(graphQl, json(mapper));
    }

    /** In GraphQL a field that was asked for is there, null or not. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the converter takes whatever the mapper does
    private static HttpMessageConverter<Object> json(JsonMapper mapper) {
        JsonMapper complete = mapper.rebuild()
                .changeDefaultPropertyInclusion(
                        given -> JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
                .build();
        return (HttpMessageConverter) new JacksonJsonHttpMessageConverter(complete);
    }
}
