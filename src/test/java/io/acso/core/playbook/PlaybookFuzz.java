package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Playbooks and conditions come from outside: whatever they are, they are read or refused. */
class PlaybookFuzz {

    @FuzzTest(maxDuration = "30s")
    void a_playbook_is_read_or_refused(FuzzedDataProvider data) {
        var checked = PlaybookCheck.check(data.consumeRemainingAsString());
        assertThat(checked.valid()).isEqualTo(checked.problems().isEmpty());
    }

    @FuzzTest(maxDuration = "30s")
    void a_condition_is_read_or_refused(FuzzedDataProvider data) {
        try {
            Condition condition = Condition.parse(data.consumeRemainingAsString());
            assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
        } catch (ConditionInvalid refused) {
            assertThat(refused).hasMessageStartingWith("at character ");
        }
    }
}
