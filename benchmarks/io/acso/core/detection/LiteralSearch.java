package io.acso.core.detection;

import io.acso.core.detection.scan.Hits;
import io.acso.core.detection.scan.TextIndex;
import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.Needle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ahocorasick.trie.Trie;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All of very many literals in a command line of 160 characters: the index that rules use, beside the Aho-Corasick
 * automaton of org.ahocorasick. One literal in a hundred lines is there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LiteralSearch {

    private static final int LINES = 1_000;

    @Param({"100", "1000", "10000"})
    private int literals;

    private final List<String> lines = new ArrayList<>();
    private TextIndex index;
    private Trie automaton;
    private int next;
    private int hits;

    @Setup
    public void build() {
        Random random = new Random(5);
        TextIndex.Builder builder = new TextIndex.Builder(Fold.CASELESS);
        Trie.TrieBuilder trie = Trie.builder().ignoreCase();
        String last = "";
        for (int i = 0; i < literals; i++) {
            last = "-" + word(random, 2 + i % 6);
            builder.add(new Needle(last, Needle.Place.ANYWHERE, Fold.CASELESS, true), i);
            trie.addKeyword(last);
        }
        index = builder.build();
        automaton = trie.build();
        for (int i = 0; i < LINES; i++) {
            String line =
                    "C:\\Program Files\\Vendor\\tool.exe --option=" + word(random, 30) + " /file:" + word(random, 30);
            lines.add(i % 100 == 0 ? line + last : line);
        }
    }

    private static String word(Random random, int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    private String line() {
        next = next + 1 >= LINES ? 0 : next + 1;
        return lines.get(next);
    }

    @Benchmark
    public int index() {
        Hits count = needle -> hits++;
        index.find(line(), count);
        return hits;
    }

    @Benchmark
    public int automaton() {
        return automaton.parseText(line()).size();
    }
}
