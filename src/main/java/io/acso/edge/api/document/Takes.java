package io.acso.edge.api.document;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler takes that reads the body of the request by itself, as a stream. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    /** The media types; of bytes all of them. */
    String[] value();

    /** What the bytes are. */
    String what();
}
