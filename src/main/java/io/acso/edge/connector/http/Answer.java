package io.acso.edge.connector.http;

import io.acso.edge.connector.command.BoundedText;
import java.util.Map;

/** What came of one request. */
sealed interface Answer {

    /** @param headers those that are of use, by their names in lower case */
    record Given(int status, Map<String, String> headers, BoundedText body) implements Answer {}

    /** It never left; {@code passing} when it may on another try. */
    record NotSent(String why, boolean passing) implements Answer {}

    /** It left, or part of it, and no answer came back whole. */
    record Lost(String why) implements Answer {}
}
