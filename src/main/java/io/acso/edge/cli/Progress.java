package io.acso.edge.cli;

import io.acso.edge.backtest.Sweep;

/** Notes every few seconds how far a sweep is, beside what is reported. */
final class Progress<R> implements Sweep.Report<R> {

    private static final long EVERY = 2_000_000_000L;

    private final Verb verb;
    private final Sweep.Report<R> report;
    private long noted = System.nanoTime();

    Progress(Verb verb, Sweep.Report<R> report) {
        this.verb = verb;
        this.report = report;
    }

    @Override
    public void found(String input, long event, R result) {
        report.found(input, event, result);
    }

    @Override
    public void unreadable(String input, long line, String reason) {
        report.unreadable(input, line, reason);
    }

    @Override
    public void cutShort(String input, long events, String why) {
        report.cutShort(input, events, why);
    }

    @Override
    public void ended() {
        report.ended();
    }

    @Override
    public void reached(String input, long events) {
        report.reached(input, events);
        if (System.nanoTime() - noted > EVERY) {
            noted = System.nanoTime();
            verb.note(input + ": " + events + " events");
        }
    }
}
