package io.acso.edge.connector.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;

/** Sends the changing requests of one attempt and remembers them, so that trouble can be told truthfully. */
final class Attempt {

    private final List<String> sent = new ArrayList<>();

    <Q extends SdkRequest, A> A send(Call<Q, A> call) {
        sent.add(call.name());
        return call.answer();
    }

    /** Whether a changing request has been sent, the last one perhaps without an answer. */
    boolean changing() {
        return !sent.isEmpty();
    }

    /** The changing requests that were answered before the last one, for the words of an error. */
    List<String> answered() {
        return sent.isEmpty() ? List.of() : List.copyOf(sent.subList(0, sent.size() - 1));
    }
}
