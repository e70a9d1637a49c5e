package io.acso.edge.operations;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every setting with what it means and what it is set to. What is secret is only told to be set. */
@Component
public final class EffectiveSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "acso.";
    private static final String HIDDEN = "(set)";
    private static final Pattern SECRET = Pattern.compile("secret|password|passphrase|token|private-key|access-key");
    private static final Pattern MARKUP = Pattern.compile("\\{@\\w+ ([^}]*)}");
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]*@");

    private final Binder binder;

    EffectiveSettings(Environment environment) {
        this.binder = Binder.get(environment);
    }

    /**
     * One setting.
     *
     * @param value what it was set to; null where the default holds
     * @param standard the default, null when there is none
     * @param secret its value is never told
     */
    public record EffectiveSetting(
            String name, @Nullable String value, @Nullable String standard, String meaning, boolean secret) {}

    /** All of them, by name. */
    public List<EffectiveSetting> all() {
        TreeMap<String, EffectiveSetting> found = new TreeMap<>();
        for (Resource file : files()) {
            for (JsonNode property : read(file).path("properties")) {
                String name = property.path("name").asString("");
                if (name.startsWith(OURS)) {
                    found.put(name, setting(name, property));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private EffectiveSetting setting(String name, JsonNode property) {
        boolean secret = secret(name);
        Optional<String> value =
                value(name, property.path("type").asString("")).map(set -> secret ? HIDDEN : shown(set));
        return new EffectiveSetting(
                name,
                value.orElse(null),
                text(property.path("defaultValue")),
                MARKUP.matcher(property.path("description").asString("")).replaceAll("$1"),
                secret);
    }

    static boolean secret(String name) {
        return SECRET.matcher(name).find();
    }

    /** An address may carry a password. */
    static String shown(String value) {
        return USER_INFO.matcher(value).replaceAll("://…@");
    }

    /** Of a map only the names of its entries: what is below may be secret. */
    private Optional<String> value(String name, String type) {
        if (type.startsWith("java.util.Map")) {
            return bound(name, Bindable.mapOf(String.class, Object.class))
                    .filter(map -> !map.isEmpty())
                    .map(map -> joined(map.keySet()));
        }
        if (type.startsWith("java.util.List") || type.startsWith("java.util.Set")) {
            return bound(name, Bindable.listOf(String.class))
                    .filter(list -> !list.isEmpty())
                    .map(EffectiveSettings::joined);
        }
        return bound(name, Bindable.of(String.class));
    }

    private <T> Optional<T> bound(String name, Bindable<T> shape) {
        return Optional.ofNullable(binder.bind(name, shape).orElse(null));
    }

    private static String joined(Collection<String> values) {
        return String.join(", ", values);
    }

    private static @Nullable String text(JsonNode standard) {
        if (standard.isMissingNode() || standard.isNull() || standard.isArray() && standard.isEmpty()) {
            return null;
        }
        return standard.isString() ? standard.asString() : standard.toString();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + METADATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return Json.MAPPER.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
