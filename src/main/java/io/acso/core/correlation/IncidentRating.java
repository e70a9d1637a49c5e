package io.acso.core.correlation;

import io.acso.domain.event.Entity;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.incident.Rating.Contribution;
import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.kernel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rates an incident by what its findings say. The worst finding sets the floor; breadth over ATT&CK
 * tactics, damage under way and the worth of what is touched raise it.
 */
public final class IncidentRating {

    private static final Set<String> DAMAGE = Set.of("impact", "exfiltration");

    private final Supplier<Inventory> inventory;

    /** @param inventory gives the inventory as it is known now */
    public IncidentRating(Supplier<Inventory> inventory) {
        this.inventory = inventory;
    }

    public Rating rate(Picture picture) {
        List<Contribution> parts = new ArrayList<>();
        parts.add(new Contribution("worst finding", floor(picture.worst()), "the worst finding is " + picture.worst()));
        breadth(picture, parts);
        damage(picture, parts);
        worth(picture, parts);
        int score = Math.min(100, parts.stream().mapToInt(Contribution::points).sum());
        Severity severity = severity(score).max(picture.worst());
        return new Rating(severity, priority(severity, picture), score, confidence(picture), parts);
    }

    private static void breadth(Picture picture, List<Contribution> parts) {
        int further = picture.tactics().size() - 1;
        if (further > 0) {
            parts.add(new Contribution(
                    "breadth",
                    Math.min(25, 6 * further),
                    picture.tactics().size() + " tactics: " + String.join(", ", picture.tactics())));
        }
    }

    private static void damage(Picture picture, List<Contribution> parts) {
        List<String> seen = picture.tactics().stream().filter(DAMAGE::contains).toList();
        if (!seen.isEmpty()) {
            parts.add(new Contribution(
                    "damage", 15, "damage is under way, so the priority is one higher: " + String.join(", ", seen)));
        }
    }

    private void worth(Picture picture, List<Contribution> parts) {
        Inventory known = inventory.get();
        picture.entities().stream()
                .flatMap(entity -> asset(entity, known).stream())
                .max((a, b) -> a.criticality().compareTo(b.criticality()))
                .filter(asset -> asset.criticality().compareTo(Asset.Criticality.HIGH) >= 0)
                .ifPresent(asset -> parts.add(new Contribution(
                        "worth",
                        asset.criticality() == Asset.Criticality.CROWN_JEWEL ? 20 : 10,
                        asset.id() + " is of " + asset.criticality() + " criticality, owner " + asset.owner())));
    }

    /** By its id or, as inventories name instances without their region, by the id's last part. */
    private static Optional<Asset> asset(Entity entity, Inventory known) {
        String id = entity.value();
        return known.find(entity.scope(), id)
                .or(() -> id.startsWith("arn:")
                        ? Optional.empty()
                        : known.find(entity.scope(), id.substring(id.lastIndexOf('/') + 1)));
    }

    private static int floor(Severity worst) {
        return switch (worst) {
            case INFORMATIONAL -> 5;
            case LOW -> 15;
            case MEDIUM -> 35;
            case HIGH -> 55;
            case CRITICAL -> 80;
        };
    }

    private static Severity severity(int score) {
        if (score >= 80) {
            return Severity.CRITICAL;
        }
        if (score >= 55) {
            return Severity.HIGH;
        }
        return score >= 35 ? Severity.MEDIUM : score >= 15 ? Severity.LOW : Severity.INFORMATIONAL;
    }

    private static Priority priority(Severity severity, Picture picture) {
        boolean damage = picture.tactics().stream().anyMatch(DAMAGE::contains);
        return switch (severity) {
            case CRITICAL -> Priority.P1;
            case HIGH -> damage ? Priority.P1 : Priority.P2;
            case MEDIUM -> damage ? Priority.P2 : Priority.P3;
            default -> damage ? Priority.P3 : Priority.P4;
        };
    }

    /** Independent rules and stages that agree make it surer; one rule alone may be wrong. */
    private static int confidence(Picture picture) {
        long actors = picture.entities().stream()
                .filter(entity -> entity.role() == Entity.Role.ACTOR)
                .count();
        int sure = 25
                + 12 * Math.min(4, picture.rules().size())
                + 6 * Math.min(3, picture.tactics().size())
                + (actors > 0 ? 4 : 0);
        return Math.min(95, sure);
    }
}
