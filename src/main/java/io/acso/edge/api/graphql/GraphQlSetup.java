package io.acso.edge.api.graphql;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import io.acso.edge.live.Changes;
import io.acso.platform.durability.Durability;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** The parts of GraphQL that are not fields. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphQlSettings.class)
class GraphQlSetup {

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
    Changes changes(Durability durability, GraphQlSettings settings, InstantSource clock) {
        return new Changes(durability.topic(), settings.kept(), UUID.randomUUID().toString(), clock);
    }

    @Bean
    @SuppressWarnings({"unchecked", "rawtypes"}) // the converter takes whatever the mapper does
    LiveConnections liveConnections(WebGraphQlHandler graphQl, JsonMapper mapper, GraphQlSettings settings) {
        HttpMessageConverter<Object> json = (HttpMessageConverter) new JacksonJsonHttpMessageConverter(mapper);
        return new LiveConnections(graphQl, json, settings.connection());
    }
}
