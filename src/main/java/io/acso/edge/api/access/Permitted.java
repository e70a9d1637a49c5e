package io.acso.edge.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the operation that a handler carries out, as {@code policies/people.cedarschema} declares it: {@code noun.verb}.
 * Who may ask for it the policies say.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {

    /** The operation. */
    String value();
}
