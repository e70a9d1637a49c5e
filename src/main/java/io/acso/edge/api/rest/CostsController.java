package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.financialintelligence.PriceTable;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.content.ContentSnapshot;
import io.acso.domain.incident.Incident;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Page;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What incidents cost, and the prices behind it. */
@RestController
@RequestMapping("/api/v1/costs")
final class CostsController {

    private final Casebook casebook;
    private final ContentSnapshot content;

    CostsController(Casebook casebook, ContentSnapshot content) {
        this.casebook = casebook;
        this.content = content;
    }

    /** What each incident costs, that of the incident opened last first; without those that nobody has priced. */
    @GetMapping
    @Permitted("cost.read")
    Paging.Slice<CostAssessment> list(Paging paging) {
        return paging.filtered(
                (limit, cursor) -> {
                    Page<Incident> page = casebook.incidents(limit, cursor);
                    return new Page<>(
                            page.items().stream()
                                    .map(incident -> casebook.cost(incident.id()))
                                    .toList(),
                            page.next());
                },
                Optional::isPresent,
                Optional::orElseThrow);
    }

    /** The prices that assessments go by. */
    @GetMapping("/prices")
    @Permitted("cost.read")
    PriceTable prices() {
        return PriceTable.of(content);
    }
}
