package io.acso.edge.demo.account;

/** A call that AWS would answer with an error. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal missing(String parameter) {
        return new Refusal(400, "MissingParameter", "The request must contain the parameter " + parameter);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
