package io.acso.core.autonomy;

import java.util.List;
import java.util.stream.Collectors;

/** Policies that cannot be used; none of them is. The message names every place and its cure. */
public final class PoliciesInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing to mend.
     *
     * @param line counting from 1
     */
    public record Problem(String file, int line, String error, String cure) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + error + "; " + cure;
        }
    }

    public PoliciesInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
