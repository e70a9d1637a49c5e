package io.acso.edge.api.document;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** A type is called by its simple name, which no other type may have. */
final class TypeNames extends TypeNameResolver {

    private final Map<String, Class<?>> known = new ConcurrentHashMap<>(Map.of(Finish.PROBLEM, ProblemDetail.class));

    /** Kept: whoever asks for a name takes an exception as a type of no shape. */
    private volatile @Nullable String clash;

    TypeNames() {
        setUseFqn(false);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        if (type.isEnum()) {
            // Written where it is used, under no name.
            return name;
        }
        Class<?> other = known.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            clash = "two types of the API are called " + name + ", " + other + " and " + type + ": rename one";
        }
        return name;
    }

    /** Two types of one name, if there are: then the description is of no use. */
    Optional<String> clashes() {
        return Optional.ofNullable(clash);
    }
}
