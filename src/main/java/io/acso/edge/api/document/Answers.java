package io.acso.edge.api.document;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler answers, where its return type does not say: a stored answer that is given again has no type. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** The shape of the body. */
    Class<?> value();

    /** The status of success: 202 for what the supervisor will do, 200 or 201 for what is done. */
    int status() default 202;

    /** Whether an ETag comes with it, for If-Match. */
    boolean versioned() default false;
}
