package io.acso.edge.cli;

import com.sun.management.OperatingSystemMXBean;
import io.acso.edge.backtest.Sweep;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How long something took, from when this was made: on the clock, and of all cores together. */
final class Speed {

    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private final long start = System.nanoTime();
    private final long cpuStart = cpu();

    String since(Sweep.Totals totals) {
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpu = (cpu() - cpuStart) / NANOS;
        return String.format(
                Locale.ROOT,
                "%d events in %.2f s: %.0f events/s, %.1f MB/s; %.2f CPU s: %.0f events per CPU s",
                totals.events(),
                seconds,
                totals.events() / seconds,
                totals.bytes() / seconds / MEGA,
                cpu,
                totals.events() / cpu);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
