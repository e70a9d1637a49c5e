package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agents, the targets and the ways to authenticate that a document defines. */
record Parties(Map<String, Party> agents, Map<String, Party> targets, Map<String, Authentication> authentications) {

    /** What acts outside for a document that names no agent of ours. */
    static final String ACTS = "incident-response";

    /** What hunts, whoever the document names. */
    static final String HUNTS = "threat-hunter";

    static Parties read(Cursor document) {
        return new Parties(
                PartyReader.parties(document.at("agent_definitions")),
                PartyReader.parties(document.at("target_definitions")),
                Authentication.read(document.at("authentication_info_definitions")));
    }

    /** The name of an agent of ours; another's stands for incident response. */
    String agent(String id) {
        Party agent = agents.get(id);
        if (agent == null || !agent.type().equals("security-category")) {
            return ACTS;
        }
        return Shapes.AGENT_NAME.matcher(agent.name()).matches() ? agent.name() : ACTS;
    }

    /** By index in the step's targets, with each group replaced by its members; ids that are not defined are left out. */
    Map<Integer, List<Party>> targets(List<String> ids) {
        Map<Integer, List<Party>> found = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            List<Party> members = new ArrayList<>();
            expand(ids.get(i), members, new LinkedHashSet<>());
            found.put(i, members);
        }
        return found;
    }

    private void expand(String id, List<Party> into, Set<String> seen) {
        Party target = targets.get(id);
        if (target == null || !seen.add(id)) {
            return;
        }
        if (target.members().isEmpty()) {
            into.add(target);
        }
        target.members().forEach(member -> expand(member, into, seen));
    }
}
