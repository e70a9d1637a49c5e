package io.acso.domain.finding;

import io.acso.domain.event.Entity;
import io.acso.domain.event.OcsfClass;
import io.acso.domain.event.OcsfDocument;
import io.acso.domain.kernel.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes our own findings as OCSF Detection Finding (class 2004). */
public final class DetectionFinding {

    private static final int CREATE = 1;
    private static final int STATUS_NEW = 1;
    private static final int ANALYTIC_RULE = 1;
    private static final int ROLE_TARGET = 1;
    private static final int ROLE_ACTOR = 2;

    private DetectionFinding() {}

    /** The finding with its {@link Finding#ocsf} filled. */
    public static Finding described(Finding finding) {
        return new Finding(
                finding.id(),
                finding.ruleId(),
                finding.title(),
                finding.severity(),
                finding.time(),
                finding.eventIds(),
                finding.matched(),
                finding.entities(),
                finding.tactics(),
                finding.techniques(),
                finding.content(),
                Json.text(document(finding)));
    }

    /** The OCSF document of a finding; {@link Finding#ocsf} is not read, so it may still be empty. */
    public static ObjectNode document(Finding finding) {
        return OcsfDocument.of(OcsfClass.DETECTION_FINDING, CREATE, finding.severity(), finding.time())
                .product("ACSO", "ACSO", null)
                .identified(finding.id(), null)
                .set("status_id", STATUS_NEW)
                .set("is_alert", true)
                .set("message", finding.title())
                .set("finding_info", info(finding))
                .set("evidences", evidences(finding))
                .set("resources", resources(finding.entities()))
                .observables(finding.entities())
                .build();
    }

    private static ObjectNode info(Finding finding) {
        ObjectNode info = Json.object()
                .put("uid", finding.id())
                .put("title", finding.title())
                .put("created_time", finding.time().toEpochMilli());
        info.putArray("types").add("Detection");
        ObjectNode analytic = info.putObject("analytic");
        analytic.put("uid", finding.ruleId()).put("name", finding.title()).put("type_id", ANALYTIC_RULE);
        OcsfDocument.put(analytic, "version", finding.content().isEmpty() ? null : finding.content());
        OcsfDocument.put(info, "attacks", attacks(finding));
        ArrayNode related = Json.MAPPER.createArrayNode();
        finding.eventIds().forEach(id -> related.addObject().put("uid", id));
        OcsfDocument.put(info, "related_events", related);
        return info;
    }

    /**
     * Each technique on its own and, since Sigma's tags do not say which tactic a technique serves, all the
     * tactics beside it.
     */
    private static ArrayNode attacks(Finding finding) {
        ArrayNode attacks = Json.MAPPER.createArrayNode();
        for (String technique : finding.techniques()) {
            ObjectNode attack = attacks.addObject();
            int dot = technique.indexOf('.');
            attack.putObject("technique").put("uid", dot < 0 ? technique : technique.substring(0, dot));
            if (dot >= 0) {
                attack.putObject("sub_technique").put("uid", technique);
            }
            OcsfDocument.put(attack, "tactics", tactics(finding.tactics()));
        }
        if (attacks.isEmpty()) {
            finding.tactics().forEach(tactic -> attacks.addObject().set("tactic", tactic(tactic)));
        }
        return attacks;
    }

    private static ArrayNode tactics(List<String> names) {
        ArrayNode tactics = Json.MAPPER.createArrayNode();
        names.forEach(name -> tactics.add(tactic(name)));
        return tactics;
    }

    private static ObjectNode tactic(String name) {
        ObjectNode tactic = Json.object();
        OcsfDocument.put(tactic, "uid", Tactics.idOf(name));
        return tactic.put("name", name);
    }

    private static ArrayNode evidences(Finding finding) {
        ArrayNode evidences = Json.MAPPER.createArrayNode();
        if (!finding.matched().isEmpty()) {
            ObjectNode fields =
                    evidences.addObject().put("name", "matched fields").putObject("data");
            finding.matched().forEach(match -> fields.put(match.field(), match.value()));
        }
        return evidences;
    }

    private static @Nullable ArrayNode resources(List<Entity> entities) {
        ArrayNode resources = Json.MAPPER.createArrayNode();
        for (Entity entity : entities) {
            if (entity.type() == Entity.Type.RESOURCE) {
                resources
                        .addObject()
                        .put("uid", entity.value())
                        .put("namespace", entity.scope())
                        .put("role_id", entity.role() == Entity.Role.ACTOR ? ROLE_ACTOR : ROLE_TARGET);
            }
        }
        return resources;
    }
}
