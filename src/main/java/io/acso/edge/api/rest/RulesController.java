package io.acso.edge.api.rest;

import io.acso.agent.threathunter.EventFeeds;
import io.acso.core.detection.RuleFailure;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.kernel.Severity;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.content.ContentWatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Sigma rules that detection uses, and trying others. */
@RestController
@RequestMapping("/api/v1/rules")
final class RulesController {

    private static final int LONGEST_RULE = 200_000;

    private final EventFeeds feeds;
    private final ContentWatch content;
    private final InstantSource clock;

    RulesController(EventFeeds feeds, ContentWatch content, InstantSource clock) {
        this.feeds = feeds;
        this.content = content;
        this.clock = clock;
    }

    /** The rules in use, by title. */
    @GetMapping
    @Permitted("rule.read")
    Paging.Slice<RuleSummary> list(@Valid RuleFilter filter, Paging paging) {
        List<RuleSummary> shown = feeds.rules().rules().stream()
                .filter(filter::shows)
                .map(RuleSummary::from)
                .toList();
        Function<RuleSummary, String> byTitle = rule -> rule.title().toLowerCase(Locale.ROOT);
        return new Keyset<>(byTitle, RuleSummary::id, false).page(shown, paging);
    }

    /** One rule, with its text. */
    @GetMapping("/{id}")
    @Permitted("rule.read")
    RuleBody show(@PathVariable String id) {
        SigmaRule rule = feeds.rules().rules().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("rule", id, "/rules"));
        return new RuleBody(RuleSummary.from(rule), rule, content.get().files().getOrDefault(rule.path(), ""));
    }

    /** Compiles rules without using them: what would be loaded, and what is wrong with the rest. */
    @PostMapping("/check")
    @Permitted("rule.check")
    RulesChecked check(@RequestBody RuleText text) {
        RuleSet compiled = compile(text.yaml());
        List<RuleSummary> loaded =
                compiled.rules().stream().map(RuleSummary::from).toList();
        return new RulesChecked(loaded, compiled.correlations().rules().size(), compiled.failures());
    }

    /** Shows events to rules, those of {@code yaml} or the one in use of that {@code rule}, and keeps nothing. */
    @PostMapping("/test")
    @Permitted("rule.check")
    RuleTrial.TrialResult test(@RequestBody RuleTrial.TrialWish wish) {
        if (wish.yaml() != null) {
            return RuleTrial.of(compile(wish.yaml()), null, wish.events(), clock.instant());
        }
        String id = wish.rule();
        if (id == null
                || feeds.rules().rules().stream().noneMatch(rule -> rule.id().equals(id))) {
            throw Problems.badRequest("bad-trial", "give 'yaml', or the id of a rule in use as 'rule'");
        }
        return RuleTrial.of(feeds.rules(), id, wish.events(), clock.instant());
    }

    private static RuleSet compile(String yaml) {
        if (yaml.length() > LONGEST_RULE) {
            throw Problems.badRequest(
                    "rules-too-large", "rules to try have " + LONGEST_RULE + " characters at the most");
        }
        return RuleSet.compile(Map.of("rule.yml", yaml));
    }

    /**
     * Which rules a list shows.
     *
     * @param level any of these
     * @param tactic an ATT&CK tactic, such as {@code initial-access}
     * @param technique an ATT&CK technique, such as {@code T1078.004}, or its beginning
     * @param q text that its id, title or description contains, in any case
     */
    record RuleFilter(
            @Nullable Set<Severity> level,
            @Nullable String tactic,
            @Nullable String technique,
            @Size(max = 200) @Nullable String q) {

        boolean shows(SigmaRule rule) {
            return (level == null || level.isEmpty() || level.contains(rule.level()))
                    && (tactic == null || rule.tactics().contains(tactic))
                    && (technique == null || rule.techniques().stream().anyMatch(each -> each.startsWith(technique)))
                    && (q == null
                            || (rule.id() + " " + rule.title() + " " + rule.description())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(q.toLowerCase(Locale.ROOT)));
        }
    }

    record RuleText(String yaml) {}

    record RulesChecked(List<RuleSummary> loaded, int correlations, List<RuleFailure> failures) {}

    record RuleSummary(
            String id,
            String title,
            Severity level,
            @Nullable String status,
            List<String> tactics,
            List<String> techniques,
            String path) {

        static RuleSummary from(SigmaRule rule) {
            return new RuleSummary(
                    rule.id(),
                    rule.title(),
                    rule.level(),
                    rule.status(),
                    rule.tactics(),
                    rule.techniques(),
                    rule.path());
        }
    }

    /** @param yaml the file that it is from, which may hold others too */
    record RuleBody(RuleSummary rule, SigmaRule details, String yaml) {}
}
