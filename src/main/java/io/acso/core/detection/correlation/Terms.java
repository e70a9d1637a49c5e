package io.acso.core.detection.correlation;

import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.InvalidRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A condition over rules as alternatives: each names the rules, as bits, that must and that must not occur. */
public record Terms(List<Term> alternatives) {

    private static final int MOST = 256;

    /** Rules that must occur and rules that must not. */
    public record Term(long present, long absent) {

        boolean holds(long seen) {
            return (seen & present) == present && (seen & absent) == 0;
        }
    }

    public Terms {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * @param names of the rules, in the order of their bits
     * @throws InvalidRule when it names another rule, is too large, or could hold when nothing occurs
     */
    public static Terms of(int line, Condition condition, List<String> names) {
        List<Term> terms = new Reader(line, names).read(condition, false);
        if (terms.isEmpty()) {
            throw new InvalidRule(line, "this condition can never hold: a rule would have to occur and not to occur");
        }
        if (terms.stream().anyMatch(term -> term.present() == 0)) {
            throw new InvalidRule(
                    line, "this condition holds when nothing occurs: add a rule that must occur, with 'and'");
        }
        return new Terms(terms);
    }

    boolean rising() {
        return alternatives.stream().allMatch(term -> term.absent() == 0);
    }

    private record Reader(int line, List<String> names) {

        List<Term> read(Condition condition, boolean negated) {
            return switch (condition) {
                case Condition.Not not -> read(not.term(), !negated);
                case Condition.Name name -> List.of(term(bit(name.name()), negated));
                case Condition.And and -> join(and.terms(), !negated, negated);
                case Condition.Or or -> join(or.terms(), negated, negated);
                case Condition.Of of -> some(of, negated);
            };
        }

        private List<Term> join(List<Condition> parts, boolean all, boolean negated) {
            List<List<Term>> read =
                    parts.stream().map(part -> read(part, negated)).toList();
            return all
                    ? product(read)
                    : bounded(read.stream().flatMap(List::stream).toList());
        }

        private List<Term> product(List<List<Term>> parts) {
            List<Term> terms = List.of(new Term(0, 0));
            for (List<Term> part : parts) {
                List<Term> next = new ArrayList<>();
                for (Term left : terms) {
                    for (Term right : part) {
                        Term both = new Term(left.present() | right.present(), left.absent() | right.absent());
                        if ((both.present() & both.absent()) == 0 && !next.contains(both)) {
                            next.add(both);
                        }
                    }
                    bounded(next);
                }
                terms = next;
            }
            return terms;
        }

        /** At least so many of the rules; or, negated, too few of them. */
        private List<Term> some(Condition.Of of, boolean negated) {
            long[] bits = IntStream.range(0, names.size())
                    .filter(i -> of.names().test(names.get(i)))
                    .mapToLong(i -> 1L << i)
                    .toArray();
            if (bits.length == 0) {
                throw new InvalidRule(line, "no rule of this correlation fits '" + of.pattern() + "'");
            }
            int atLeast = of.atLeast() == Condition.Of.ALL ? bits.length : of.atLeast();
            if (atLeast > bits.length) {
                throw new InvalidRule(line, atLeast + " of " + bits.length + " rules: ask for fewer");
            }
            List<Term> terms = new ArrayList<>();
            choose(bits, 0, negated ? bits.length - atLeast + 1 : atLeast, 0, negated, terms);
            return terms;
        }

        private void choose(long[] bits, int from, int missing, long chosen, boolean negated, List<Term> into) {
            if (missing == 0) {
                into.add(term(chosen, negated));
                bounded(into);
                return;
            }
            for (int i = from; i <= bits.length - missing; i++) {
                choose(bits, i + 1, missing - 1, chosen | bits[i], negated, into);
            }
        }

        private static Term term(long bits, boolean negated) {
            return negated ? new Term(0, bits) : new Term(bits, 0);
        }

        private long bit(String name) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new InvalidRule(
                        line, "'" + name + "' is not among the rules of this correlation: " + String.join(", ", names));
            }
            return 1L << index;
        }

        private List<Term> bounded(List<Term> terms) {
            if (terms.size() > MOST) {
                throw new InvalidRule(
                        line, "this condition has more than " + MOST + " alternatives: chain several correlations");
            }
            return terms;
        }
    }
}
