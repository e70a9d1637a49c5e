package io.acso.agent.financialintelligence;

import io.acso.platform.content.ContentSnapshot;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
public record PriceTable(String source, String date, String currency, Map<String, Map<String, BigDecimal>> prices) {

    static final String PATH = "catalog/prices/aws-ec2.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public PriceTable {
        prices = new TreeMap<>(prices);
    }

    /** @throws IllegalArgumentException when the content has no price table or it cannot be read; names the file */
    public static PriceTable of(ContentSnapshot content) {
        String text = content.files().get(PATH);
        if (text == null) {
            throw new IllegalArgumentException("the content has no " + PATH + "; put it back or add your own");
        }
        try {
            return checked(YAML.readValue(text, Wire.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(PATH + ": " + e.getOriginalMessage() + " at " + e.getLocation(), e);
        }
    }

    private record Wire(
            @Nullable String source,
            @Nullable String date,
            @Nullable String currency,
            @Nullable Map<String, Map<String, BigDecimal>> prices) {}

    private static PriceTable checked(@Nullable Wire wire) {
        if (wire == null
                || wire.source() == null
                || wire.date() == null
                || wire.currency() == null
                || wire.prices() == null) {
            throw new IllegalArgumentException(PATH + ": it needs source, date, currency and prices");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(wire.currency()))) {
            throw new IllegalArgumentException(PATH + ": '" + wire.currency() + "' is no ISO 4217 currency");
        }
        wire.prices()
                .forEach((region, types) -> types.forEach((type, price) -> {
                    if (price.signum() < 0) {
                        throw new IllegalArgumentException(
                                PATH + ": the price of " + type + " in " + region + " is below zero");
                    }
                }));
        return new PriceTable(wire.source(), wire.date(), wire.currency(), wire.prices());
    }

    Optional<BigDecimal> hourly(String region, String type) {
        return Optional.ofNullable(prices.getOrDefault(region, Map.of()).get(type));
    }

    String provenance() {
        return source + ", " + date;
    }
}
