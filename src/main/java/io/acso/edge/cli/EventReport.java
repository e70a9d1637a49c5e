package io.acso.edge.cli;

import io.acso.edge.backtest.Sweep;

/** Writes what is found in events, a portion at a time; what cannot be read is noted beside it. */
abstract class EventReport<R> implements Sweep.Report<R> {

    private static final int SHOWN = 5;

    private final Verb verb;
    private final StringBuilder waiting = new StringBuilder();
    private long unreadable;

    EventReport(Verb verb) {
        this.verb = verb;
    }

    final void line(String text) {
        waiting.append(text).append(System.lineSeparator());
    }

    final void note(String text) {
        verb.note(text);
    }

    @Override
    public void unreadable(String input, long line, String reason) {
        unreadable++;
        if (unreadable <= SHOWN) {
            verb.note(input + ":" + line + ": passed over: " + reason);
        } else if (unreadable == SHOWN + 1) {
            verb.note("more records cannot be read, and are passed over");
        }
    }

    @Override
    public void cutShort(String input, long events, String why) {
        flush();
        throw new BadInput(input + ": the rest could not be read after record " + events + ": " + why);
    }

    @Override
    public void reached(String input, long events) {
        flush();
    }

    final void flush() {
        if (!waiting.isEmpty()) {
            verb.out().append(waiting);
            waiting.setLength(0);
            if (verb.out().checkError()) {
                throw new EventInputs.OutputClosed();
            }
        }
    }
}
