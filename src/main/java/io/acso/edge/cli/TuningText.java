package io.acso.edge.cli;

import io.acso.edge.tuning.TuningReport;
import java.io.PrintWriter;
import java.util.Locale;

/** What tuning found, for people: a table of rules, then the noise and the filters of each. */
final class TuningText {

    private static final int PERCENT = 100;

    private final PrintWriter out;

    TuningText(PrintWriter out) {
        this.out = out;
    }

    void print(TuningReport report) {
        out.println(report.findings() + " findings in " + report.events() + " events, on " + report.days() + " days");
        Table table = new Table("FINDINGS", "SHARE", "PER DAY", "HOSTS", "ENTITIES", "TRUE", "FALSE", "LEVEL", "RULE");
        for (TuningReport.Rule rule : report.rules()) {
            table.row(
                    Long.toString(rule.matches()),
                    percent(rule.share()),
                    String.format(Locale.ROOT, "%.1f", rule.perDay()),
                    Long.toString(rule.hosts()),
                    Long.toString(rule.entities()),
                    Long.toString(rule.truePositives()),
                    Long.toString(rule.falsePositives()),
                    rule.level(),
                    rule.title());
        }
        if (!table.empty()) {
            table.print(out);
        }
        report.rules().forEach(this::details);
        out.flush();
    }

    private void details(TuningReport.Rule rule) {
        if (rule.filters().isEmpty() && rule.note() == null) {
            return;
        }
        out.println();
        out.println(rule.title() + "  " + rule.ruleId());
        rule.common()
                .forEach(common -> out.println(
                        "    " + percent(common.share()) + " have  " + common.field() + " = " + common.value()));
        rule.filters().forEach(this::filter);
        if (rule.note() != null) {
            out.println("    no filter: " + rule.note());
        }
    }

    private void filter(TuningReport.Proposal filter) {
        out.println("    FILTER " + filter.file() + ": removes " + filter.removed() + ", keeps " + filter.kept());
        filter.selection().forEach((field, value) -> out.println("        " + field + ": " + value));
        out.println("        because " + filter.because());
        if (filter.caution() != null) {
            out.println("        CAUTION: " + filter.caution());
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * PERCENT);
    }
}
