package io.acso.platform.crypto;

import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/** What a body costs on its way into a store and out of it, its place included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BodyEncryption {

    @Param({"100", "1024", "102400"})
    int bytes;

    private Keyring keys;
    private byte[] clear;
    private byte[] stored;

    @Setup
    public void open() {
        keys = Keyring.open(new MemoryKeysetStore(), new MemoryMasterKey(), InstantSource.system(), true);
        clear = new byte[bytes];
        new Random(1).nextBytes(clear);
        stored = encrypt();
    }

    @Benchmark
    public byte[] encrypt() {
        return keys.encrypt(clear, Place.of("state", "record", "incident", "inc-1234567890abcdef", "1"));
    }

    @Benchmark
    public byte[] decrypt() {
        return keys.decrypt(stored, Place.of("state", "record", "incident", "inc-1234567890abcdef", "1"));
    }
}
