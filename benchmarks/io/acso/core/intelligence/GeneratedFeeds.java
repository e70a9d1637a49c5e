package io.acso.core.intelligence;

import java.util.HexFormat;
import java.util.SplittableRandom;

/** Values as feeds have them, as many as wanted, the same for the same number. */
final class GeneratedFeeds {

    private GeneratedFeeds() {}

    /** Of ten: three addresses, three domains, two SHA-256, one MD5, one URL; of a thousand one is a network. */
    static String value(long number) {
        SplittableRandom random = new SplittableRandom(number * 0x9e3779b97f4a7c15L);
        if (number % 1_000 == 999) {
            return address(random) + "/" + random.nextInt(17, 30);
        }
        return switch ((int) (number % 10)) {
            case 0, 1, 2 -> address(random);
            case 3, 4, 5 -> domain(random, number);
            case 6, 7 -> hash(random, 32);
            case 8 -> hash(random, 16);
            default -> "http://" + domain(random, number) + "/" + hash(random, 8) + "/gate.php?id=" + number;
        };
    }

    private static String address(SplittableRandom random) {
        return random.nextInt(1, 224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + random.nextInt(256);
    }

    private static String domain(SplittableRandom random, long number) {
        return Long.toString(random.nextLong(1L << 40), 36) + "-" + Long.toString(number, 36) + ".evil"
                + random.nextInt(100) + ".example";
    }

    private static String hash(SplittableRandom random, int bytes) {
        byte[] hash = new byte[bytes];
        random.nextBytes(hash);
        return HexFormat.of().formatHex(hash);
    }
}
