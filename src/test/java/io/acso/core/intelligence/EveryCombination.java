package io.acso.core.intelligence;

import io.acso.core.intelligence.BindingProperties.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Satisfies patterns by trying: all sets of observations that satisfy a part, from the leaves up. */
final class EveryCombination {

    private final List<Seen> single = new ArrayList<>();

    /** A pattern over {@code x:n}. */
    sealed interface Tree {
        String text();
    }

    record Leaf(int atLeast) implements Tree {
        @Override
        public String text() {
            return "[x:n >= " + atLeast + "]";
        }
    }

    record Both(String by, Tree left, Tree right) implements Tree {
        @Override
        public String text() {
            return "(" + left.text() + " " + by + " " + right.text() + ")";
        }
    }

    record Times(Tree of, int times) implements Tree {
        @Override
        public String text() {
            return of.text() + " REPEATS " + times + " TIMES";
        }
    }

    record Within(Tree of, int seconds) implements Tree {
        @Override
        public String text() {
            return of.text() + " WITHIN " + seconds + " SECONDS";
        }
    }

    record Between(Tree of, int start, int length) implements Tree {
        @Override
        public String text() {
            return of.text() + " START t'" + Observed.BEGINNING.plusSeconds(start) + "' STOP t'"
                    + Observed.BEGINNING.plusSeconds(start + length) + "'";
        }
    }

    private EveryCombination(List<Seen> seen) {
        seen.forEach(each -> Stream.generate(() -> each).limit(each.number()).forEach(single::add));
    }

    static boolean satisfies(Tree pattern, List<Seen> seen) {
        return !new EveryCombination(seen).sets(pattern).isEmpty();
    }

    private Set<Set<Integer>> sets(Tree tree) {
        Set<Set<Integer>> found = new HashSet<>();
        switch (tree) {
            case Leaf leaf -> {
                for (int i = 0; i < single.size(); i++) {
                    if (single.get(i).value() >= leaf.atLeast()) {
                        found.add(Set.of(i));
                    }
                }
            }
            case Both both
            when both.by().equals("OR") -> {
                found.addAll(sets(both.left()));
                found.addAll(sets(both.right()));
            }
            case Both both ->
                joined(sets(both.left()), sets(both.right()), both.by().equals("FOLLOWEDBY"), found);
            case Times times -> {
                Set<Set<Integer>> once = sets(times.of());
                Set<Set<Integer>> all = once;
                for (int i = 1; i < times.times(); i++) {
                    Set<Set<Integer>> more = new HashSet<>();
                    joined(all, once, false, more);
                    all = more;
                }
                found.addAll(all);
            }
            case Within within ->
                sets(within.of()).stream()
                        .filter(set -> latestFirst(set) - earliestLast(set) <= within.seconds())
                        .forEach(found::add);
            case Between between ->
                sets(between.of()).stream()
                        .filter(set -> set.stream().map(single::get).allMatch(each -> inside(each, between)))
                        .forEach(found::add);
        }
        return found;
    }

    private void joined(Set<Set<Integer>> left, Set<Set<Integer>> right, boolean inOrder, Set<Set<Integer>> found) {
        for (Set<Integer> one : left) {
            for (Set<Integer> other : right) {
                Set<Integer> both = new HashSet<>(one);
                both.addAll(other);
                if (both.size() == one.size() + other.size() && (!inOrder || latestFirst(one) <= earliestLast(other))) {
                    found.add(both);
                }
            }
        }
    }

    private int latestFirst(Set<Integer> set) {
        return set.stream().mapToInt(i -> single.get(i).first()).max().orElseThrow();
    }

    private int earliestLast(Set<Integer> set) {
        return set.stream()
                .mapToInt(i -> single.get(i).first() + single.get(i).length())
                .min()
                .orElseThrow();
    }

    private static boolean inside(Seen each, Between window) {
        return window.length() > 0
                && each.first() < window.start() + window.length()
                && each.first() + each.length() >= window.start();
    }
}
