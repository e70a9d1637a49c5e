package io.acso.core.playbook;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is no playbook that can run. Its message names each place and the cure. */
public final class PlaybookInvalid extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param name the file or id that the reader of the message knows the playbook by */
    public PlaybookInvalid(String name, List<Problem> problems) {
        super(problems.stream().map(problem -> name + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
