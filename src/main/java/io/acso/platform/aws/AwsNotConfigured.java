package io.acso.platform.aws;

/** A setting is missing, or an account is not listed; the message names the setting. */
public final class AwsNotConfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AwsNotConfigured(String cure) {
        super(cure);
    }
}
