package io.acso.edge.demo;

import io.acso.domain.kernel.Visible;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where the demo tells what happens: a line an event, with the seconds since it began. Text from events neither steers
 * the terminal nor hides in it.
 */
final class Story {

    private final PrintWriter out;
    private final boolean colour;
    private final InstantSource clock;
    private final Instant began;

    Story(PrintWriter out, boolean colour, InstantSource clock) {
        this.out = out;
        this.colour = colour;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** What a line is about decides its colour. */
    enum Tone {
        PLAIN(""),
        QUIET("\u001b[2m"),
        GOOD("\u001b[32m"),
        WARN("\u001b[33m"),
        GRAVE("\u001b[1;31m"),
        STRONG("\u001b[1m");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    void tell(Tone tone, String who, String text) {
        double seconds = elapsed().toMillis() / 1000.0;
        String line = String.format("%7.1fs  %-12s %s", seconds, who, paint(tone, Visible.line(text)));
        out.println(line);
        out.flush();
    }

    /** A line that belongs to the one before. */
    void more(Tone tone, String text) {
        out.println(" ".repeat(23) + paint(tone, Visible.line(text)));
        out.flush();
    }

    void title(String text) {
        out.println();
        out.println(paint(Tone.STRONG, Visible.line(text)));
        out.flush();
    }

    Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    private String paint(Tone tone, String text) {
        return colour && !tone.code.isEmpty() ? tone.code + text + "\u001b[0m" : text;
    }
}
