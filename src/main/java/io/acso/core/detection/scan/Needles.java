package io.acso.core.detection.scan;

import java.util.ArrayList;
import java.util.List;

/** Folded texts and the number that each is to be reported by. */
record Needles(List<String> texts, List<Integer> numbers) {

    Needles() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void add(String text, int number) {
        texts.add(text);
        numbers.add(number);
    }

    int size() {
        return texts.size();
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    char[][] chars() {
        return texts.stream().map(String::toCharArray).toArray(char[][]::new);
    }

    int[] numberArray() {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
