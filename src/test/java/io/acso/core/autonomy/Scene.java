package io.acso.core.autonomy;

import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.platform.ledger.LedgerEntry;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gate with everything behind it: SQLite, a clock that stands still, an outside world. */
final class Scene implements AutoCloseable {

    static final Principal AGENT = Principal.agent("incident-response");
    static final Principal ALICE = Principal.person("alice");

    final SettableClock clock = SettableClock.atNoon();
    final Durability durability;
    final KillSwitch kill;
    final AutonomyLevels levels;
    final Outside outside = new Outside();
    final Actuators actuators = new Actuators(List.of(outside));
    Policies policies = BuiltInPolicies.POLICIES;
    Inventory inventory = Inventory.of(List.of());

    Scene(Path directory) {
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
        kill = new KillSwitch(durability, clock);
        levels = new AutonomyLevels(durability, AutonomyLevels.Defaults.standard(), clock);
    }

    Gate gate(Durability on) {
        return new Gate(
                on,
                () -> policies,
                () -> inventory,
                new AutonomyLevels(on, AutonomyLevels.Defaults.standard(), clock),
                new KillSwitch(on, clock),
                clock);
    }

    Gate gate() {
        return gate(durability);
    }

    /** As a process would make it when it starts. */
    Effects effects(Durability on) {
        return new Effects(on, gate(on), actuators, clock, look -> {});
    }

    Effects effects() {
        return effects(durability);
    }

    Plan plan(String execution, Action... actions) {
        List<PlannedAction> planned = List.of(actions).stream()
                .map(actuators::dryRun)
                .map(dryRun ->
                        new PlannedAction("step-" + dryRun.action().kind(), dryRun, BlastRadius.of(dryRun, inventory)))
                .toList();
        return new Plan(execution, "inc-1", "playbook-1", planned);
    }

    GateRequest request(Plan plan, int index) {
        return new GateRequest(
                AGENT, plan.actions().get(index), plan.executionId(), "inc-1", Severity.HIGH, 90, plan.hash());
    }

    GateRequest quarantine(String execution) {
        return request(plan(execution, Outside.quarantine()), 0);
    }

    GateRequest webhook(String execution, int number) {
        return request(
                plan(execution, new Action("notify.webhook", Outside.TARGET, Map.of("n", String.valueOf(number)))), 0);
    }

    Approval asked(Plan plan) {
        return Approval.request(
                plan, "why", AGENT, clock.instant(), clock.instant().plus(Duration.ofHours(4)));
    }

    Optional<Approval> approved(Plan plan) {
        return Optional.of(asked(plan).answer(new Vote(ALICE, null, true, Assurance.SECOND_FACTOR, clock.instant(), null)));
    }

    List<LedgerEntry> leaves() {
        return durability.leaves(0, 10_000).stream()
                .map(LedgerLeaf::entry)
                .map(entry -> Json.read(entry, LedgerEntry.class))
                .toList();
    }

    List<String> facts() {
        return leaves().stream().map(LedgerEntry::kind).toList();
    }

    @Override
    public void close() {
        durability.close();
    }
}
