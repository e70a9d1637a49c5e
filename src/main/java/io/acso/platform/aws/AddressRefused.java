package io.acso.platform.aws;

/** The request was not sent: its address is not this machine's, and no other is allowed. Found among the causes. */
public final class AddressRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String host) {
        super(host + " is not this machine, and acso.aws.loopback-only allows no other: "
                + "set acso.aws.endpoint to a loopback address");
    }
}
