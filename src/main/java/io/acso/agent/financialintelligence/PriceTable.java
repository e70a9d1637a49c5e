package io.acso.agent.financialintelligence;

import io.acso.platform.content.ContentSnapshot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * On-demand prices for an hour, by region and type.
 *
 * @param source where the figures come from
 * @param date of the figures, ISO 8601
 * @param currency ISO 4217
 * @param prices region to type to the exact price of an hour
 */
record PriceTable(String source, String date, String currency, Map<String, Map<String, BigDecimal>> prices) {

    static final String PATH = "catalog/prices/aws-ec2.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    PriceTable {
        prices = new TreeMap<>(prices);
    }

    /** @throws IllegalArgumentException when the content has no price table or it cannot be read; names the file */
    static PriceTable of(ContentSnapshot content) {
        String text = content.files().get(PATH);
        if (text == null) {
            throw new IllegalArgumentException("the content has no " + PATH + "; put it back or add your own");
        }
        try {
            return YAML.readValue(text, PriceTable.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(PATH + ": " + e.getOriginalMessage() + " at " + e.getLocation(), e);
        }
    }

    Optional<BigDecimal> hourly(String region, String type) {
        return Optional.ofNullable(prices.getOrDefault(region, Map.of()).get(type));
    }

    String provenance() {
        return source + ", " + date;
    }
}
