package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.playbook.ExecutionStatus;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RunStatusTest {

    @Test
    void every_status_that_a_record_may_have_can_be_answered() {
        Stream<String> ofRecords = Arrays.stream(ExecutionRecord.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Field::getName);
        Stream<String> ofExecutions = Arrays.stream(ExecutionStatus.values()).map(Enum::name);
        assertThat(Arrays.stream(RunStatus.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ofRecords, ofExecutions).toList());
    }
}
