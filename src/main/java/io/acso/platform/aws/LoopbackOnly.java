package io.acso.platform.aws;

import java.net.InetAddress;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Refuses to send a request anywhere but to this machine. Names are not looked up: a resolver could lie. */
final class LoopbackOnly implements ExecutionInterceptor {

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String host = context.httpRequest().host();
        if (!isLoopback(host)) {
            AddressRefused refused = new AddressRefused(host);
            // As a cause, since the SDK makes a new exception of its own kind out of what it is thrown.
            throw SdkClientException.create(refused.getMessage(), refused);
        }
    }

    static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
