// made by 'npm run client' of openapi.json, sha256 8b35d7466f1485f93b8cc546c0e673a3b916db32c7b05020f9018afaf4702988
export interface paths {
    "/api/v1/action-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every kind of action that policies speak of, and how far agents may go with it where nobody has set it.
         * @description Every kind of action that policies speak of, and how far agents may go with it where nobody has set it. Takes `action.read`.
         */
        get: operations["getActionKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agents: when they were heard of, what they have in hand, whether they are stopped.
         * @description The agents: when they were heard of, what they have in hand, whether they are stopped. Takes `agent.read`.
         */
        get: operations["getAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From when this answers, the agent starts nothing more.
         * @description From when this answers, the agent starts nothing more. Takes `agent.kill`.
         */
        post: operations["postAgentKill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds from when this answers, for plans that were approved before too.
         * @description Holds from when this answers, for plans that were approved before too. Takes `agent.level`.
         */
        post: operations["postAgentLevels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{name}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The agent takes up work again.
         * @description The agent takes up work again. Takes `agent.release`.
         */
        post: operations["postAgentRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far agents may go: what people set, and what holds where nobody has.
         * @description How far agents may go: what people set, and what holds where nobody has. Takes `agent.read`.
         */
        get: operations["getAgentsLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the switches stand that stop agents, with who set them last, why and since when; unused ones are absent.
         * @description Where the switches stand that stop agents, with who set them last, why and since when; unused ones are absent. Takes `agent.read`.
         */
        get: operations["getAgentsSwitches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those that are valid.
         * @description Those that are valid. Takes `api-key.read`.
         */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * A key of the caller's, with no role that the caller does not have.
         * @description A key of the caller's, with no role that the caller does not have. Takes `api-key.manage`.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * It is refused from now on.
         * @description It is refused from now on. Its owner revokes it, or an administrator. Takes `api-key.manage`.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The one asked for last first; `status` shows only those, `subject` only those of an incident or run.
         * @description The one asked for last first; `status` shows only those, `subject` only those of an incident or run. Takes `approval.read`.
         */
        get: operations["getApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One question whole: the exact plan, who asked, who may answer and who has.
         * @description One question whole: the exact plan, who asked, who may answer and who has. Takes `approval.read`.
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Counts the answer, if the question still takes it; the supervisor does what follows.
         * @description Counts the answer, if the question still takes it; the supervisor does what follows. Of two who decide at the same moment one does, and the other is told who did. Takes `approval.answer`.
         */
        post: operations["postApprovalAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The assets that are known, by scope and id.
         * @description The assets that are known, by scope and id. Takes `inventory.read`.
         */
        get: operations["getAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries that fit every given filter; the cursor is the index before which the next page begins.
         * @description Entries that fit every given filter; the cursor is the index before which the next page begins. Takes `audit.read`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The programs that have a client.
         * @description The programs that have a client. Takes `client.read`.
         */
        get: operations["getClients"];
        put?: never;
        /**
         * With redirects an app, in which people sign in; without, a service with roles of its own.
         * @description With redirects an app, in which people sign in; without, a service with roles of its own. Takes `client.manage`.
         */
        post: operations["postClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client; its secret does not show.
         * @description One client; its secret does not show. Takes `client.read`.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /**
         * Its tokens are refused from now on.
         * @description Its tokens are refused from now on. Takes `client.manage`.
         */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret for a service; the one before is void at once.
         * @description A new secret for a service; the one before is void at once. Takes `client.manage`.
         */
        post: operations["postClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each incident costs, that of the incident opened last first; without those that nobody has priced.
         * @description What each incident costs, that of the incident opened last first; without those that nobody has priced. Takes `cost.read`.
         */
        get: operations["getCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The prices that assessments go by.
         * @description The prices that assessments go by. Takes `cost.read`.
         */
        get: operations["getCostsPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who lent whom the right to answer.
         * @description Who lent whom the right to answer. Takes `delegation.read`.
         */
        get: operations["getDelegations"];
        put?: never;
        /**
         * The caller lends their own right; nobody lends another's.
         * @description The caller lends their own right; nobody lends another's. Takes `delegation.manage`.
         */
        post: operations["postDelegations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a lent right back.
         * @description Takes a lent right back. Takes `delegation.manage`.
         */
        post: operations["postDelegationRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those of one execution, or those that are uncertain and wait for a person.
         * @description Those of one execution, or those that are uncertain and wait for a person. Takes `effect.read`.
         */
        get: operations["getEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One effect: the real calls, what came of them, the policies that let them be, and whether it was taken back.
         * @description One effect: the real calls, what came of them, the policies that let them be, and whether it was taken back. Takes `effect.read`.
         */
        get: operations["getEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{key}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person has looked: it happened, or it did not.
         * @description A person has looked: it happened, or it did not. Takes `effect.settle`.
         */
        post: operations["postEffectSettle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{key}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What taking it back would be, looked at now and changing nothing; refused as taking it back would be.
         * @description What taking it back would be, looked at now and changing nothing; refused as taking it back would be. Takes `effect.undo`.
         */
        get: operations["getEffectUndo"];
        put?: never;
        /**
         * Looks whether it can be taken back and whether what it did is still in place; then the supervisor has the inverse decided and, where that is needed, approved by somebody else.
         * @description Looks whether it can be taken back and whether what it did is still in place; then the supervisor has the inverse decided and, where that is needed, approved by somebody else. Of several who want it at the same moment one is taken, and the others are told who. Takes `effect.undo`.
         */
        post: operations["postEffectUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those that fit, the newest first.
         * @description Those that fit, the newest first. Takes `event.read`.
         */
        get: operations["getEvents"];
        put?: never;
        /**
         * Answers when everything that the receipt counts is durable.
         * @description Answers when everything that the receipt counts is durable. The body is a stream, never held whole. Takes `event.ingest`.
         */
        post: operations["postEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event whole: as it came and in OCSF.
         * @description One event whole: as it came and in OCSF. Takes `event.read`.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The one asked for last first; the parameters show only those of a status, an incident or a playbook.
         * @description The one asked for last first; the parameters show only those of a status, an incident or a playbook. Takes `execution.read`.
         */
        get: operations["getExecutions"];
        put?: never;
        /**
         * Runs the playbook of the body, or only plans it; the supervisor has it planned, decided and asked about first.
         * @description Runs the playbook of the body, or only plans it; the supervisor has it planned, decided and asked about first. Takes `playbook.run`.
         */
        post: operations["postExecutions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run: its plan, what the gate said of each action and where it stands, its steps and its history.
         * @description One run: its plan, what the gate said of each action and where it stands, its steps and its history. Takes `execution.read`.
         */
        get: operations["getExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a run: what is under way ends first, then what it did is taken back as its playbook says.
         * @description Ends a run: what is under way ends first, then what it did is taken back as its playbook says. Takes `execution.control`.
         */
        post: operations["postExecutionCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is kept of it, for an archive.
         * @description All that is kept of it, for an archive. Takes `execution.read`.
         */
        get: operations["getExecutionExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is under way goes on to its end; nothing new begins.
         * @description What is under way goes on to its end; nothing new begins. Takes `execution.control`.
         */
        post: operations["postExecutionPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plays the facts anew and compares where they lead with what is kept.
         * @description Plays the facts anew and compares where they lead with what is kept. Takes `execution.read`.
         */
        get: operations["getExecutionReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on with what was paused.
         * @description Goes on with what was paused. Takes `execution.control`.
         */
        post: operations["postExecutionResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on from the steps that failed.
         * @description Goes on from the steps that failed. Takes `execution.control`.
         */
        post: operations["postExecutionRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/steps/{stepId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person says how a manual step went.
         * @description A person says how a manual step went. Takes `execution.answer`.
         */
        post: operations["postExecutionStepAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/executions/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history in sentences.
         * @description The history in sentences. Takes `execution.read`.
         */
        get: operations["getExecutionStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Findings, that of the newest event first.
         * @description Findings, that of the newest event first. Takes `finding.read`.
         */
        get: operations["getFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One finding: which fields matched, whom it is about, and the OCSF document.
         * @description One finding: which fields matched, whom it is about, and the OCSF document. Takes `finding.read`.
         */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers when everything that the receipt counts is durable.
         * @description Answers when everything that the receipt counts is durable. A source that is not listed is as one that lies.
         */
        post: operations["postHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents, the one opened last first unless `sort` says otherwise.
         * @description Incidents, the one opened last first unless `sort` says otherwise. Takes `incident.read`.
         */
        get: operations["getIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One incident and all that belongs to it.
         * @description One incident and all that belongs to it. Takes `incident.read`.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives it to a person; without one, to nobody.
         * @description Gives it to a person; without one, to nobody. Takes `incident.edit`.
         */
        post: operations["postIncidentAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report, evidence and ledger as one archive that anybody can verify.
         * @description Report, evidence and ledger as one archive that anybody can verify. Takes `evidence.export`.
         */
        get: operations["getIncidentBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said, the first word first.
         * @description What was said, the first word first. Takes `incident.read`.
         */
        get: operations["getIncidentComments"];
        put?: never;
        /**
         * Says something.
         * @description Says something. Takes `incident.comment`.
         */
        post: operations["postIncidentComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was preserved: where it came from, its hash, and who handled it.
         * @description What was preserved: where it came from, its hash, and who handled it. Takes `evidence.read`.
         */
        get: operations["getIncidentEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/evidence/{evidenceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The object itself, never shown by a browser.
         * @description The object itself, never shown by a browser. Takes `evidence.read`.
         */
        get: operations["getIncidentEvidenceContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/evidence/{evidenceId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hashes the object anew: whether it is still what was preserved.
         * @description Hashes the object anew: whether it is still what was preserved. Takes `evidence.read`.
         */
        get: operations["getIncidentEvidenceVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The findings of one incident with what matched in each, the earliest first.
         * @description The findings of one incident with what matched in each, the earliest first. Takes `incident.read`.
         */
        get: operations["getIncidentFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report on what happened and what was done.
         * @description The report on what happened and what was done. Takes `incident.read`. Takes `incident.read`.
         */
        get: operations["getIncidentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds, resolves, closes or takes up an incident again.
         * @description Holds, resolves, closes or takes up an incident again. What was planned is dropped when this ends it. Takes `incident.edit`.
         */
        post: operations["postIncidentStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same for many; those for which it is not possible are named with the reason, the others go on.
         * @description The same for many; those for which it is not possible are named with the reason, the others go on. Takes `incident.edit`.
         */
        post: operations["postIncidentsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many indicators there are, of which type, and from which feeds.
         * @description How many indicators there are, of which type, and from which feeds. Takes `intelligence.read`.
         */
        get: operations["getIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known of a value: an address, a network, a domain, a hash or a URL.
         * @description What is known of a value: an address, a network, a domain, a hash or a URL. Takes `intelligence.read`.
         */
        get: operations["getIndicatorsLookup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which keys there are, and how much is still under each.
         * @description Which keys there are, and how much is still under each. Takes `key.read`.
         */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgets a data key that nothing is under any more.
         * @description Forgets a data key that nothing is under any more. Takes `key.manage`.
         */
        post: operations["postKeyRetire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/master/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new master key wraps the data keys from when this answers.
         * @description A new master key wraps the data keys from when this answers. Takes `key.manage`.
         */
        post: operations["postKeysMasterRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/reencrypt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins; GET /keys tells how far it is.
         * @description Begins; GET /keys tells how far it is. Takes `key.manage`.
         */
        post: operations["postKeysReencrypt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new data key encrypts from when this answers.
         * @description A new data key encrypts from when this answers. Takes `key.manage`.
         */
        post: operations["postKeysRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lake/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs one SELECT, within limits of time, rows and memory; it changes nothing and sees nothing but events.
         * @description Runs one SELECT, within limits of time, rows and memory; it changes nothing and sees nothing but events. Takes `lake.query`.
         */
        post: operations["postLakeQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lake/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tables, columns and functions, for completion.
         * @description Tables, columns and functions, for completion. Takes `lake.read`.
         */
        get: operations["getLakeSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lake/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much there is.
         * @description How much there is. Takes `lake.read`.
         */
        get: operations["getLakeStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole ledger, to be verified anywhere.
         * @description The whole ledger, to be verified anywhere. Takes `ledger.export`.
         */
        get: operations["getLedgerBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed note alone, as it is worth keeping elsewhere.
         * @description The signed note alone, as it is worth keeping elsewhere. Takes `ledger.read`. Takes `ledger.read`.
         */
        get: operations["getLedgerCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries in order; the cursor is an index.
         * @description Entries in order; the cursor is an index. Takes `ledger.read`.
         */
        get: operations["getLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/inclusion/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that an entry is in the ledger.
         * @description The proof that an entry is in the ledger. Takes `ledger.read`.
         */
        get: operations["getLedgerInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies the whole ledger as it is kept: each entry, the tree above it, the signed checkpoint.
         * @description Verifies the whole ledger as it is kept: each entry, the tree above it, the signed checkpoint. Takes `ledger.verify`.
         */
        post: operations["postLedgerVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks, what they may ask for, and how well they have proved who they are.
         * @description Who asks, what they may ask for, and how well they have proved who they are. Takes `me.read`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a person, what goes on, and how the platform is.
         * @description What waits for a person, what goes on, and how the platform is. Worked out once for all who ask. Takes `overview.read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who have an account.
         * @description The people who have an account. Takes `person.read`.
         */
        get: operations["getPeople"];
        put?: never;
        /**
         * An account, and the invitation by which its person chooses a password; it shows this once.
         * @description An account, and the invitation by which its person chooses a password; it shows this once. Takes `person.manage`.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person, with their roles.
         * @description One person, with their roles. Takes `person.read`.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * What is left out stays as it is.
         * @description What is left out stays as it is. Who is disabled is signed out at once. Takes `person.manage`.
         */
        patch: operations["patchPerson"];
        trace?: never;
    };
    "/api/v1/people/{username}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new invitation: their password, codes and passkeys are void from now on, and they are signed out.
         * @description A new invitation: their password, codes and passkeys are void from now on, and they are signed out. Takes `person.manage`.
         */
        post: operations["postPersonInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs them out everywhere.
         * @description Signs them out everywhere. Takes `person.manage`.
         */
        delete: operations["deletePersonSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The playbooks there are, by name.
         * @description The playbooks there are, by name. Takes `playbook.read`.
         */
        get: operations["getPlaybooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One playbook, with its CACAO document.
         * @description One playbook, with its CACAO document. Takes `playbook.read`.
         */
        get: operations["getPlaybook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a playbook of the content, or only plans it: every action's exact calls, and what the gate says.
         * @description Runs a playbook of the content, or only plans it: every action's exact calls, and what the gate says. Takes `playbook.run`.
         */
        post: operations["postPlaybookRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a document is a valid CACAO 2.0 playbook, and whether it can run here; keeps nothing.
         * @description Whether a document is a valid CACAO 2.0 playbook, and whether it can run here; keeps nothing. Takes `playbook.check`.
         */
        post: operations["postPlaybooksCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policies in force, and those before them.
         * @description The policies in force, and those before them. Takes `policy.read`.
         */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a set that was in force, by the hash that decisions name.
         * @description The files of a set that was in force, by the hash that decisions name. Takes `policy.read`.
         */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be decided for a described action; changes nothing.
         * @description What would be decided for a described action; changes nothing. Takes `policy.try`.
         */
        post: operations["postPoliciesTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records that could not be read, and why.
         * @description Records that could not be read, and why. Takes `quarantine.read`.
         */
        get: operations["getQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a record again with the formats of today; `all` tries them all.
         * @description Tries a record again with the formats of today; `all` tries them all. Takes `quarantine.replay`.
         */
        post: operations["postQuarantineReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every queue, and how much waits in it.
         * @description Every queue, and how much waits in it. Takes `queue.read`.
         */
        get: operations["getQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One queue.
         * @description One queue. Takes `queue.read`.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was given up, the oldest first.
         * @description What was given up, the oldest first. Takes `queue.read`.
         */
        get: operations["getQueueDeadLetters"];
        put?: never;
        post?: never;
        /**
         * Deletes the dead letters that were given up first, 40 at the most.
         * @description Deletes the dead letters that were given up first, 40 at the most. Takes `queue.discard`.
         */
        delete: operations["deleteQueueDeadLetters"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/dead-letters/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message that was given up, and why.
         * @description One message that was given up, and why. Takes `queue.read`.
         */
        get: operations["getQueueDeadLetter"];
        put?: never;
        post?: never;
        /**
         * Deletes a dead letter for good.
         * @description Deletes a dead letter for good. Takes `queue.discard`.
         */
        delete: operations["deleteQueueDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/dead-letters/{messageId}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a dead letter back into its queue.
         * @description Puts a dead letter back into its queue. Takes `queue.redrive`.
         */
        post: operations["postQueueDeadLetterRedrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts back the dead letters that were given up first, 40 at the most.
         * @description Puts back the dead letters that were given up first, 40 at the most. Whoever wants all of them asks again with the answer's `before` until none is moved; what dies again meanwhile is not put back twice. Takes `queue.redrive`.
         */
        post: operations["postQueueDeadLettersRedrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules in use, by title.
         * @description The rules in use, by title. Takes `rule.read`.
         */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One rule, with its text.
         * @description One rule, with its text. Takes `rule.read`.
         */
        get: operations["getRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compiles rules without using them: what would be loaded, and what is wrong with the rest.
         * @description Compiles rules without using them: what would be loaded, and what is wrong with the rest. Takes `rule.check`.
         */
        post: operations["postRulesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows events to rules, those of `yaml` or the one in use of that `rule`, and keeps nothing.
         * @description Shows events to rules, those of `yaml` or the one in use of that `rule`, and keeps nothing. Takes `rule.check`.
         */
        post: operations["postRulesTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Newest first; one's own, unless another person is named.
         * @description Newest first; one's own, unless another person is named. Takes `session.read`.
         */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * It ends at once.
         * @description It ends at once. Takes `session.manage`.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each setting as it is in force, with its default and what it means; secrets do not show.
         * @description Each setting as it is in force, with its default and what it means; secrets do not show. Takes `setting.read`.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version, health, and whether detection has caught up.
         * @description Version, health, and whether detection has caught up. Takes `status.read`.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets, that of the incident opened last first.
         * @description Tickets, that of the incident opened last first. Takes `incident.read`.
         */
        get: operations["getTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All webhooks; their secrets do not show.
         * @description All webhooks; their secrets do not show. Takes `webhook.read`.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Subscribes.
         * @description Subscribes. The secret is made here unless one is given, and shown in this answer only. Takes `webhook.manage`.
         */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook.
         * @description One webhook. Takes `webhook.read`.
         */
        get: operations["getWebhook"];
        /**
         * Changes where it goes, what it tells, or whether it is paused.
         * @description Changes where it goes, what it tells, or whether it is paused. Takes `webhook.manage`.
         */
        put: operations["putWebhook"];
        post?: never;
        /**
         * Unsubscribes.
         * @description Unsubscribes. What was not sent yet is not sent. Takes `webhook.manage`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was told to it lately, the newest first.
         * @description What was told to it lately, the newest first. Takes `webhook.read`.
         */
        get: operations["getWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery, with each attempt to send it.
         * @description One delivery, with each attempt to send it. Takes `webhook.read`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends it once more, the same body under the same `webhook-id`.
         * @description Sends it once more, the same body under the same `webhook-id`. Takes `webhook.manage`.
         */
        post: operations["postWebhookDeliveryReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a delivery of kind `Ping`, to see whether it arrives.
         * @description Sends a delivery of kind `Ping`, to see whether it arrives. Takes `webhook.manage`.
         */
        post: operations["postWebhookPing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret.
         * @description Makes a new secret. The one before signs too for 24 hours. Takes `webhook.manage`.
         */
        post: operations["postWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person who is signed in can prove themselves with. */
        get: operations["getIdentityFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a link is for, so that the page can greet them. */
        post: operations["postIdentityInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one passkey away. */
        delete: operations["deleteIdentityPasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every other session. */
        post: operations["postIdentityPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When this browser's session ends.
         * @description When this browser's session ends. To ask keeps it no longer.
         */
        get: operations["getIdentityPresence"];
        put?: never;
        /** Somebody touched a key, the screen or the mouse. */
        post: operations["postIdentityPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first person, by the link that the start printed, or one who was invited, by theirs. */
        post: operations["postIdentitySetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first step of a sign-in; `next` says whether there is a second. */
        post: operations["postIdentitySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of this browser. */
        post: operations["postIdentitySignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page of a visitor shows. */
        get: operations["getIdentityState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves anew, within an open session, who is there. */
        post: operations["postIdentityStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in: a code of the app, or a recovery code. */
        post: operations["postIdentityTotp"];
        /** Takes the app away, and its recovery codes. */
        delete: operations["deleteIdentityTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The app holds from now on; answers the recovery codes, once. */
        post: operations["postIdentityTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/totp/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for the app; it holds once a code of it was confirmed. */
        post: operations["postIdentityTotpEnrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The supervisor has it; where to look for what comes of it.
         * @example {
         *       "location": "/api/v1/executions/exe-77d0a1b2c3d4",
         *       "task": "tsk-2b1c3d4e5f60"
         *     }
         */
        Accepted: {
            location: string;
            task: string;
        };
        /** @description An effect on the outside world, fully described: the same action always means the same calls. */
        Action: {
            /** @description everything else the calls depend on */
            arguments: {
                [key: string]: string;
            };
            /** @description what is done, named after the connector: `aws.iam.deactivate-access-key` */
            kind: string;
            target: components["schemas"]["Target"];
        };
        /** @description What one attempt at an action came to, and where it stands now. */
        ActionBody: {
            action: components["schemas"]["Action"];
            /** @description an agent's name */
            agent: string;
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            attempt: number;
            calls: string[];
            detail: string;
            /** @description key of its record; absent when nothing was tried */
            effect?: string;
            inverse?: components["schemas"]["Action"];
            /**
             * @description what the attempt came to when it ended
             * @enum {string}
             */
            outcome: "CARRIED_OUT" | "ALREADY_DONE" | "NEEDS_APPROVAL" | "FORBIDDEN" | "NOT_CONFIGURED" | "FAILED" | "UNCERTAIN";
            policies: string[];
            /**
             * @description where it stands now: settled, taken back, or tried again since
             * @enum {string}
             */
            state: "PROPOSED" | "WAITING" | "DONE" | "FAILED" | "UNCERTAIN" | "UNDOING" | "UNDONE" | "REPEATED" | "DROPPED";
            stepId: string;
            /** @description how far it is to take it back; absent when nobody wanted that */
            undo?: components["schemas"]["UndoBody"];
        };
        /**
         * @example {
         *       "kind": "aws.ec2.stop-instance",
         *       "level": "APPROVE"
         *     }
         */
        ActionKind: {
            kind: string;
            /** @enum {string} */
            level: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
        };
        /** @description What one action of an execution came to; written by the agent that carried it out. */
        ActionResult: {
            action: components["schemas"]["Action"];
            /** @description an agent's name */
            agent: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: int32
             * @description of the step, as the execution counts them; 0 in records of version 0.1
             */
            attempt: number;
            calls: string[];
            /** @description in words, with what the check said */
            detail: string;
            /** @description key of its record, see `Effects`; null when nothing was tried */
            effect?: string;
            /** @description the action that undoes it, if there is one */
            inverse?: components["schemas"]["Action"];
            /** @enum {string} */
            outcome: "CARRIED_OUT" | "ALREADY_DONE" | "NEEDS_APPROVAL" | "FORBIDDEN" | "NOT_CONFIGURED" | "FAILED" | "UNCERTAIN";
            /** @description ids of the policies that decided */
            policies: string[];
            stepId: string;
        };
        /**
         * @example {
         *       "failed": 0,
         *       "inHand": 1,
         *       "killed": false,
         *       "name": "threat-hunter",
         *       "performed": 1,
         *       "seen": "2026-11-20T09:14:02Z",
         *       "silent": false,
         *       "waiting": 1,
         *       "work": [
         *         {
         *           "correlationId": "inc-4f0c2a7d91be",
         *           "kind": "hunt",
         *           "since": "2026-11-20T09:14:02Z",
         *           "task": "tsk-2b1c3d4e5f60"
         *         }
         *       ]
         *     }
         */
        AgentBody: {
            /** Format: int64 */
            failed: number;
            /** Format: int32 */
            inHand: number;
            killed: boolean;
            name: string;
            /** Format: int64 */
            performed: number;
            /** Format: date-time */
            seen: string;
            silent: boolean;
            /** Format: int64 */
            waiting: number;
            work: components["schemas"]["Work"][];
        };
        /**
         * @description A person's answer; `planHash` says to which plan.
         * @example {
         *       "approve": true,
         *       "comment": "agreed with the owner of the machine",
         *       "planHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        Answer: {
            approve: boolean;
            comment?: string;
            planHash: string;
        };
        ApiKeyBody: {
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            expires: string;
            id: string;
            name: string;
            /** @description who: person:, agent: or service: and a name */
            owner: string;
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            scopes: string[];
        };
        /**
         * @description `scopes`: operations such as incident.read, or nouns such as incident; none for no limit but the roles.
         * @example {
         *       "expires": "2027-02-18T09:14:02Z",
         *       "name": "ticket-sync",
         *       "roles": [
         *         "viewer"
         *       ],
         *       "scopes": [
         *         "incident.read"
         *       ]
         *     }
         */
        ApiKeyWish: {
            /** Format: date-time */
            expires: string;
            name: string;
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            scopes?: string[];
        };
        /** @description A question to people about one exact plan, and their answers. */
        Approval: {
            /** Format: date-time */
            answered?: string;
            /** @description whose answer decided; null while pending, and when it was closed without one */
            answeredBy?: string;
            comment?: string;
            executionId: string;
            /**
             * Format: date-time
             * @description after this no answer counts any more
             */
            expires: string;
            id: string;
            /** @description people who asked for or triggered what is to be approved */
            involved: string[];
            /** @description empty for the plan as a whole, else what it was asked for, such as `step/attempt` */
            occasion: string;
            plan: components["schemas"]["Plan"];
            /** @description what the answers are bound to */
            planHash: string;
            /** Format: date-time */
            requested: string;
            /** @description the agent that asks */
            requestedBy: string;
            /**
             * Format: int32
             * @description how far the chain of the terms has come, from 0
             */
            stage: number;
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "SUPERSEDED";
            subject: string;
            terms: components["schemas"]["ApprovalTerms"];
            /** @description in the order they came */
            votes: components["schemas"]["Vote"][];
            why: string;
        };
        /**
         * @example {
         *       "answered": "2026-11-20T09:14:02Z",
         *       "answeredBy": "person:alice",
         *       "approval": {
         *         "actions": 1,
         *         "expires": "2026-11-20T13:14:02Z",
         *         "id": "apr-5c1d2e3f4a5b",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "status": "PENDING",
         *         "subject": "inc-4f0c2a7d91be",
         *         "why": "the key was found in a public repository"
         *       },
         *       "comment": "agreed with the owner of the machine",
         *       "groups": [
         *         "on-call"
         *       ],
         *       "involved": [
         *         "person:alice"
         *       ],
         *       "missing": 1,
         *       "plan": {
         *         "actions": [
         *           {
         *             "blastRadius": {
         *               "basis": "1 of 40 instances",
         *               "count": 1,
         *               "fleet": 1
         *             },
         *             "dryRun": {
         *               "action": {
         *                 "arguments": {},
         *                 "kind": "aws.ec2.stop-instance",
         *                 "target": {
         *                   "id": "id-1a2b3c4d5e6f",
         *                   "scope": "aws:123456789012",
         *                   "type": "aws:ec2:instance"
         *                 }
         *               },
         *               "calls": [
         *                 "ec2:StopInstances i-0abc1234 in eu-central-1"
         *               ],
         *               "summary": "stops the instance",
         *               "touches": 1
         *             },
         *             "stepId": "action--7c1e"
         *           }
         *         ],
         *         "constraints": [
         *           {
         *             "arguments": {
         *               "eu-central-1": [
         *                 "amount"
         *               ]
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "most": 1,
         *             "reversible": true,
         *             "scope": "aws:123456789012",
         *             "stepId": "action--7c1e",
         *             "target": "i-0abc1234",
         *             "targetType": "aws:ec2:instance",
         *             "touches": 1
         *           }
         *         ],
         *         "executionId": "exe-77d0a1b2c3d4",
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "subject": "inc-4f0c2a7d91be"
         *       },
         *       "planHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "requestedBy": "agent:supervisor",
         *       "terms": {
         *         "assurance": "TOKEN",
         *         "chain": [
         *           {
         *             "after": "PT1H",
         *             "group": "on-call"
         *           }
         *         ],
         *         "quorum": 1,
         *         "validity": "PT4H"
         *       },
         *       "votes": [
         *         {
         *           "approve": true,
         *           "assurance": "TOKEN",
         *           "at": "2026-11-20T09:14:02Z",
         *           "by": "person:alice"
         *         }
         *       ]
         *     }
         */
        ApprovalBody: {
            /** Format: date-time */
            answered?: string;
            /** @description who: person:, agent: or service: and a name */
            answeredBy?: string;
            approval: components["schemas"]["ApprovalSummary"];
            comment?: string;
            groups: string[];
            involved: string[];
            /** Format: int32 */
            missing: number;
            plan: components["schemas"]["Plan"];
            planHash: string;
            /** @description who: person:, agent: or service: and a name */
            requestedBy: string;
            terms: components["schemas"]["ApprovalTerms"];
            votes: components["schemas"]["Vote"][];
        };
        ApprovalSummary: {
            /** Format: int32 */
            actions: number;
            /** Format: date-time */
            expires: string;
            id: string;
            /** Format: date-time */
            requested: string;
            /** @enum {string} */
            status: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "SUPERSEDED";
            subject: string;
            why: string;
        };
        /** @description What it takes to approve. */
        ApprovalTerms: {
            /**
             * @description how strongly each must have proved who they are
             * @enum {string}
             */
            assurance: "TOKEN" | "PASSWORD" | "SECOND_FACTOR" | "PHISHING_RESISTANT";
            /** @description who is asked, and who next when nobody has decided; empty for whoever the policies let answer */
            chain: components["schemas"]["Stage"][];
            /**
             * Format: int32
             * @description how many people must agree, each counted once, from 1; one who disagrees is enough to reject
             */
            quorum: number;
            /** @description how long the question stands, and an approval counts, from when it was asked */
            validity: string;
        };
        /** @description Something the organisation runs or relies on. */
        Asset: {
            /** @enum {string} */
            criticality: "LOW" | "MEDIUM" | "HIGH" | "CROWN_JEWEL";
            /** @description whether it can be reached from the internet */
            exposed: boolean;
            /** @description the identifier sources use for it: an ARN, an instance id, a host name */
            id: string;
            /** @description who answers for it */
            owner: string;
            /** @description the account or network it lives in */
            scope: string;
            /** @description what it is, such as `aws:ec2:instance` or `aws:iam:user` */
            type: string;
        };
        /**
         * @description To whom; nobody when absent.
         * @example {
         *       "to": "person:bob"
         *     }
         */
        Assignment: {
            /** @description who: person:, agent: or service: and a name */
            to?: string;
        };
        Attempt: {
            /** Format: date-time */
            at: string;
            detail: string;
            /** Format: int32 */
            status: number;
        };
        AuditEntry: {
            correlationId: string;
            facts: {
                [key: string]: string;
            };
            /** Format: int64 */
            index: number;
            kind: string;
            subject: string;
            /** Format: date-time */
            time: string;
            who: string;
        };
        /**
         * @example {
         *       "begun": "2026-11-20T09:14:02Z",
         *       "ended": "2026-11-20T09:20:41Z",
         *       "pass": {
         *         "complete": true,
         *         "renewed": 1,
         *         "seen": 1,
         *         "unreadable": 1
         *       },
         *       "state": "done"
         *     }
         */
        Background: {
            /** Format: date-time */
            begun?: string;
            /** Format: date-time */
            ended?: string;
            pass?: components["schemas"]["Pass"];
            /** @enum {string} */
            state: "never" | "running" | "done" | "stopped" | "failed";
        };
        /** @description How much an action can touch. */
        BlastRadius: {
            /** @description in words, what was counted */
            basis: string;
            /**
             * Format: int64
             * @description things of the target's type that it touches
             */
            count: number;
            /**
             * Format: int64
             * @description how many of that type the inventory knows in the scope; 0 when it knows none
             */
            fleet: number;
        };
        /**
         * @description What to do with many incidents: `assign` them, move them to a `status`, or both.
         * @example {
         *       "assign": {
         *         "to": "person:bob"
         *       },
         *       "incidents": [
         *         "inc-4f0c2a7d91be",
         *         "inc-90ab12cd34ef"
         *       ],
         *       "status": "IN_PROGRESS",
         *       "why": "the key was found in a public repository"
         *     }
         */
        Bulk: {
            assign?: components["schemas"]["Assignment"];
            incidents: string[];
            /** @enum {string} */
            status?: "NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED";
            why?: string;
        };
        /**
         * @example {
         *       "accepted": [
         *         "inc-4f0c2a7d91be"
         *       ],
         *       "refused": [
         *         {
         *           "incident": "incident",
         *           "why": "the key was found in a public repository"
         *         }
         *       ]
         *     }
         */
        BulkTaken: {
            accepted: string[];
            refused: components["schemas"]["Refused"][];
        };
        /** @description Whether an action's effect is in place, as seen from outside. */
        Check: {
            detail: string;
            /** @enum {string} */
            verdict: "IN_PLACE" | "NOT_IN_PLACE" | "CANNOT_TELL";
        };
        /**
         * @example {
         *       "problems": [],
         *       "refusals": [],
         *       "valid": true
         *     }
         */
        Checked: {
            problems: components["schemas"]["Problem"][];
            refusals: components["schemas"]["Problem"][];
            valid: boolean;
        };
        /**
         * @example {
         *       "note": "acso.local\n4711\nn4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=\n",
         *       "origin": "acso.local",
         *       "publicKey": "acso.local+1a2b3c4d+AbCd",
         *       "root": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 4711
         *     }
         */
        CheckpointBody: {
            note: string;
            origin: string;
            publicKey: string;
            /** @description a SHA-256 in hexadecimal */
            root: string;
            /** Format: int64 */
            size: number;
        };
        /**
         * @example {
         *       "created": "2026-11-20T09:14:02Z",
         *       "id": "cli-9d8c7b6a5f40",
         *       "kind": "service",
         *       "name": "ticket-sync",
         *       "owner": "person:alice",
         *       "redirects": [],
         *       "roles": [
         *         "viewer"
         *       ],
         *       "scopes": [
         *         "incident.read"
         *       ]
         *     }
         */
        ClientBody: {
            /** Format: date-time */
            created: string;
            id: string;
            /** @enum {string} */
            kind: "service" | "app";
            name: string;
            /** @description who: person:, agent: or service: and a name */
            owner: string;
            redirects: string[];
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            scopes: string[];
        };
        /**
         * @example {
         *       "name": "ticket-sync",
         *       "roles": [
         *         "viewer"
         *       ],
         *       "scopes": [
         *         "incident.read"
         *       ]
         *     }
         */
        ClientWish: {
            name: string;
            redirects?: string[];
            roles?: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            scopes?: string[];
        };
        /**
         * @example {
         *       "code": "492039"
         *     }
         */
        Code: {
            code: string;
        };
        /** @description A column and its type as SQL has it. */
        Column: {
            name: string;
            type: string;
        };
        /**
         * @description What a person says of an incident to the others who work on it, as plain text; written by the API for them.
         * @example {
         *       "at": "2026-11-20T09:14:02Z",
         *       "by": "person:alice",
         *       "id": "cmt-6e5d4c3b2a10",
         *       "incidentId": "inc-4f0c2a7d91be",
         *       "text": "Called the owner: the key is not theirs to use from there."
         *     }
         */
        Comment: {
            /** Format: date-time */
            at: string;
            /** @description who: person:, agent: or service: and a name */
            by: string;
            id: string;
            incidentId: string;
            text: string;
        };
        /** @description What an action may be whose target or arguments only the execution itself will know: approved with its plan in advance. Patterns are texts in which `*` stands for any characters. */
        Constraint: {
            /** @description by name, the patterns of which a value must fit one; an argument that is not named here is refused */
            arguments: {
                [key: string]: string[];
            };
            /** @description the action kind */
            kind: string;
            /**
             * Format: int32
             * @description how many such actions the execution may carry out
             */
            most: number;
            /** @description whether each must have an inverse */
            reversible: boolean;
            /** @description pattern of the target's scope */
            scope: string;
            /** @description the playbook step it holds for */
            stepId: string;
            /** @description pattern of the target's id */
            target: string;
            /** @description exactly */
            targetType: string;
            /**
             * Format: int64
             * @description how many things each may touch
             */
            touches: number;
        };
        /** @description One part of the score: what, how many points, and in words why. */
        Contribution: {
            /** Format: int32 */
            points: number;
            what: string;
            why: string;
        };
        /** @description Exact amounts, one for each currency. */
        Cost: {
            /** Format: int32 */
            incidents: number;
            perHour: components["schemas"]["Money"][];
            soFar: components["schemas"]["Money"][];
        };
        /** @description What an incident costs; written by Financial Intelligence. */
        CostAssessment: {
            incidentId: string;
            lines: components["schemas"]["Line"][];
            /** @description what the priced resources cost each hour they go on */
            perHour: components["schemas"]["Money"];
            /** @description from their start to `until` */
            soFar: components["schemas"]["Money"];
            /** @description the price table's source and date */
            source: string;
            /** @description resources for which the table has no price */
            unpriced: string[];
            /** Format: date-time */
            until: string;
        };
        /** @description One link in the chain of custody. */
        Custody: {
            /** Format: date-time */
            time: string;
            what: string;
            /** @description who: person:, agent: or service: and a name */
            who: string;
        };
        /**
         * @example {
         *       "attempts": 1,
         *       "body": {},
         *       "cause": "failed 8 times: the account does not answer",
         *       "correlationId": "inc-4f0c2a7d91be",
         *       "group": "on-call",
         *       "id": "id-1a2b3c4d5e6f",
         *       "sent": "2026-11-20T09:14:02Z",
         *       "since": "2026-11-20T09:14:02Z",
         *       "type": "incident"
         *     }
         */
        DeadLetterBody: {
            /** Format: int32 */
            attempts: number;
            /** @description any JSON */
            body: unknown;
            cause: string;
            correlationId: string;
            group?: string;
            id: string;
            /** Format: date-time */
            sent: string;
            /** Format: date-time */
            since: string;
            type: string;
        };
        /** @description What the gate says. */
        Decision: {
            /** @description hash of the policy set */
            content: string;
            /** @description in words: why, and for a refusal what would have permitted it */
            explanation: string;
            /** @description what else would have had to be, when an approval alone would not permit it; null when nothing would */
            nearest?: components["schemas"]["Nearest"];
            /** @description what an approval takes, when one would permit it; for a refused caller, the proof of who they are that would */
            need?: components["schemas"]["Need"];
            /** @description ids of the policies that decided */
            policies: string[];
            /** @enum {string} */
            verdict: "PERMIT" | "NEEDS_APPROVAL" | "FORBID";
        };
        /**
         * @description A person's right to answer approvals, lent to another. Only their own right: what somebody else lent them stays there.
         * @example {
         *       "from": "person:alice",
         *       "id": "id-1a2b3c4d5e6f",
         *       "reason": "no format recognises it",
         *       "since": "2026-11-20T09:14:02Z",
         *       "to": "person:bob",
         *       "until": "2026-11-20T09:14:02Z"
         *     }
         */
        Delegation: {
            /** @description who: person:, agent: or service: and a name */
            from: string;
            id: string;
            reason: string;
            /**
             * Format: date-time
             * @description when it was taken back; null while it was not
             */
            revoked?: string;
            /** Format: date-time */
            since: string;
            /** @description who: person:, agent: or service: and a name */
            to: string;
            /** Format: date-time */
            until: string;
        };
        /**
         * @example {
         *       "deleted": "whk-5d0f1a2b3c4d"
         *     }
         */
        Deleted: {
            deleted: string;
        };
        /**
         * @example {
         *       "attempts": [
         *         {
         *           "at": "2026-11-20T09:14:02Z",
         *           "detail": "connection refused",
         *           "status": 0
         *         },
         *         {
         *           "at": "2026-11-20T09:14:07Z",
         *           "detail": "",
         *           "status": 204
         *         }
         *       ],
         *       "body": "{\"type\":\"IncidentOpened\",\"timestamp\":\"2026-11-20T09:14:02Z\",\"data\":{\"noun\":\"incident\",\"subject\":\"inc-4f0c2a7d91be\",\"correlationId\":\"inc-4f0c2a7d91be\"}}",
         *       "created": "2026-11-20T09:14:02Z",
         *       "id": "whd-0019ab35c1d2e3f-4a5b6c7d8e9f",
         *       "kind": "IncidentOpened",
         *       "status": "DELIVERED",
         *       "subject": "inc-4f0c2a7d91be",
         *       "webhookId": "whk-5d0f1a2b3c4d"
         *     }
         */
        Delivery: {
            attempts: components["schemas"]["Attempt"][];
            body: string;
            /** Format: date-time */
            created: string;
            id: string;
            kind: string;
            /** Format: date-time */
            next?: string;
            /** @enum {string} */
            status: "WAITING" | "DELIVERED" | "GIVEN_UP";
            subject: string;
            webhookId: string;
        };
        /** @description What an action would do, found without changing anything. */
        DryRun: {
            action: components["schemas"]["Action"];
            /** @description the exact calls in order, as a person can read them: `iam:UpdateAccessKey {…`} */
            calls: string[];
            /** @description the action that undoes it, with the state it needs from before; null when there is none */
            inverse?: components["schemas"]["Action"];
            /** @description one sentence for the approver */
            summary: string;
            /**
             * Format: int64
             * @description how many things of the target's type it touches
             */
            touches: number;
        };
        /**
         * @example {
         *       "action": {
         *         "arguments": {
         *           "eu-central-1": "amount"
         *         },
         *         "kind": "aws.ec2.stop-instance",
         *         "target": {
         *           "id": "id-1a2b3c4d5e6f",
         *           "scope": "aws:123456789012",
         *           "type": "aws:ec2:instance"
         *         }
         *       },
         *       "approval": "approval",
         *       "attempt": 1,
         *       "calls": [
         *         "ec2:StopInstances i-0abc1234 in eu-central-1"
         *       ],
         *       "check": {
         *         "detail": "the instance is stopped",
         *         "verdict": "IN_PLACE"
         *       },
         *       "details": {
         *         "eu-central-1": "amount"
         *       },
         *       "execution": "execution",
         *       "finished": "2026-11-20T09:14:02Z",
         *       "id": "id-1a2b3c4d5e6f",
         *       "intended": "2026-11-20T09:14:02Z",
         *       "inverse": {
         *         "arguments": {
         *           "eu-central-1": "amount"
         *         },
         *         "kind": "aws.ec2.stop-instance",
         *         "target": {
         *           "id": "id-1a2b3c4d5e6f",
         *           "scope": "aws:123456789012",
         *           "type": "aws:ec2:instance"
         *         }
         *       },
         *       "policies": [
         *         "contain-needs-approval"
         *       ],
         *       "policySet": "policySet",
         *       "state": "DONE",
         *       "step": "action--7c1e",
         *       "subject": "inc-4f0c2a7d91be",
         *       "undo": {
         *         "approval": "apr-5c1d2e3f4a5b",
         *         "asked": "2026-11-20T10:01:12Z",
         *         "by": "person:alice",
         *         "detail": "the instance runs",
         *         "effect": "eff-2b3c4d5e6f70",
         *         "ended": "2026-11-20T10:04:40Z",
         *         "policies": [
         *           "undo-approved"
         *         ],
         *         "stage": "UNDONE",
         *         "why": "it was the owner's own test"
         *       },
         *       "why": "the key was found in a public repository"
         *     }
         */
        EffectBody: {
            action: components["schemas"]["Action"];
            approval?: string;
            /** Format: int32 */
            attempt: number;
            calls: string[];
            check?: components["schemas"]["Check"];
            details: {
                [key: string]: string;
            };
            execution: string;
            /** Format: date-time */
            finished?: string;
            id: string;
            /** Format: date-time */
            intended: string;
            inverse?: components["schemas"]["Action"];
            policies: string[];
            policySet: string;
            /** @enum {string} */
            state: "INTENDED" | "DONE" | "FAILED" | "UNCERTAIN";
            step: string;
            subject: string;
            /** @description how far it is to take it back; absent when nobody wanted that */
            undo?: components["schemas"]["UndoBody"];
            why?: string;
        };
        EffectiveSetting: {
            meaning: string;
            name: string;
            secret: boolean;
            standard?: string;
            value?: string;
        };
        /** @description What is durably known of one effect. Written before anything happens, with the dry run and its inverse. */
        EffectRecord: {
            /** @description the approval that counted for it; null when it needed none */
            approvalId?: string;
            /**
             * Format: int32
             * @description counting from 1
             */
            attempt: number;
            check?: components["schemas"]["Check"];
            /** @description hash of the content snapshot they came with */
            content: string;
            /**
             * Format: date-time
             * @description when the caps counted it
             */
            counted: string;
            details: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description when its end was committed; null while it is under way or its process has died
             */
            finished?: string;
            /**
             * Format: date-time
             * @description when this attempt was committed
             */
            intended: string;
            /** @description the same for every attempt: the request's idempotency key */
            key: string;
            /** @description that let it through */
            policies: string[];
            request: components["schemas"]["GateRequest"];
            /** @enum {string} */
            state: "INTENDED" | "DONE" | "FAILED" | "UNCERTAIN";
            /** @description for people, when it is not done */
            why?: string;
        };
        /** @description What an event or a finding is about. */
        Entity: {
            /**
             * @description whether it acted or was acted upon
             * @enum {string}
             */
            role: "ACTOR" | "TARGET";
            /** @description the account or network within which the value is unique, such as `aws:123456789012`; a private address in two networks is two entities */
            scope: string;
            /** @enum {string} */
            type: "PRINCIPAL" | "ACCESS_KEY" | "SESSION" | "ADDRESS" | "HOST" | "RESOURCE" | "FILE_HASH" | "DOMAIN";
            value: string;
        };
        EntryBody: {
            /** @description any JSON */
            entry: unknown;
            /** Format: int64 */
            index: number;
        };
        /**
         * @example {
         *       "event": {
         *         "actors": [
         *           "access_key|aws:123456789012|AKIAIOSFODNN7EXAMPLE"
         *         ],
         *         "arrived": "2026-11-20T09:14:02Z",
         *         "classUid": 6003,
         *         "entities": [
         *           "access_key|aws:123456789012|AKIAIOSFODNN7EXAMPLE"
         *         ],
         *         "format": "cloudtrail",
         *         "id": "evt-0a1b2c3d4e5f",
         *         "operation": "RunInstances",
         *         "severityId": 1,
         *         "source": "aws:123456789012:cloudtrail",
         *         "time": "2026-11-20T09:14:02Z"
         *       },
         *       "ocsf": {
         *         "class_uid": 6003
         *       },
         *       "raw": {
         *         "class_uid": 6003
         *       }
         *     }
         */
        EventBody: {
            event: components["schemas"]["EventSummary"];
            /** @description any JSON */
            ocsf: unknown;
            /** @description any JSON */
            raw: unknown;
        };
        EventSummary: {
            actors: string[];
            /** Format: date-time */
            arrived: string;
            /** Format: int32 */
            classUid: number;
            entities: string[];
            format: string;
            id: string;
            operation: string;
            /** Format: int32 */
            severityId: number;
            source: string;
            /** Format: date-time */
            time: string;
        };
        /**
         * @description A preserved object.
         * @example {
         *       "collected": "2026-11-20T09:14:02Z",
         *       "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "custody": [
         *         {
         *           "time": "2026-11-20T09:14:02Z",
         *           "what": "what",
         *           "who": "person:alice"
         *         }
         *       ],
         *       "id": "id-1a2b3c4d5e6f",
         *       "incidentId": "inc-4f0c2a7d91be",
         *       "mediaType": "application/json",
         *       "name": "Contain a compromised cloud identity",
         *       "origin": "acso.local",
         *       "size": 4711
         *     }
         */
        Evidence: {
            /** Format: date-time */
            collected: string;
            /** @description SHA-256 of the object's bytes, by which the object store finds it */
            content: string;
            /** @description who did what with it, oldest first */
            custody: components["schemas"]["Custody"][];
            id: string;
            incidentId: string;
            mediaType: string;
            name: string;
            /** @description where it came from, in words a court would understand */
            origin: string;
            /** Format: int64 */
            size: number;
        };
        /**
         * @example {
         *       "actions": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id-1a2b3c4d5e6f",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "agent": "incident-response",
         *           "at": "2026-11-20T09:14:02Z",
         *           "attempt": 1,
         *           "calls": [
         *             "ec2:StopInstances i-0abc1234 in eu-central-1"
         *           ],
         *           "detail": "the instance is stopped",
         *           "effect": "eff-1a2b3c4d5e6f",
         *           "inverse": {
         *             "arguments": {},
         *             "kind": "aws.ec2.start-instance",
         *             "target": {
         *               "id": "i-0abc1234",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "outcome": "CARRIED_OUT",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "state": "UNDONE",
         *           "stepId": "action--7c1e",
         *           "undo": {
         *             "approval": "apr-5c1d2e3f4a5b",
         *             "asked": "2026-11-20T10:01:12Z",
         *             "by": "person:alice",
         *             "detail": "the instance runs",
         *             "effect": "eff-2b3c4d5e6f70",
         *             "ended": "2026-11-20T10:04:40Z",
         *             "policies": [
         *               "undo-approved"
         *             ],
         *             "stage": "UNDONE",
         *             "why": "it was the owner's own test"
         *           }
         *         }
         *       ],
         *       "decisions": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id-1a2b3c4d5e6f",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "decision": {
         *             "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *             "explanation": "needs approval: the account is not a test account",
         *             "policies": [
         *               "contain-needs-approval"
         *             ],
         *             "verdict": "PERMIT"
         *           },
         *           "stepId": "action--7c1e"
         *         }
         *       ],
         *       "execution": {
         *         "approvalId": "apr-5c1d2e3f4a5b",
         *         "ended": "2026-11-20T09:20:41Z",
         *         "id": "exe-77d0a1b2c3d4",
         *         "parent": {
         *           "attempt": 1,
         *           "executionId": "exe-77d0a1b2c3d4",
         *           "stepId": "action--7c1e"
         *         },
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "playbookName": "Contain a compromised cloud identity",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "requestedBy": "agent:supervisor",
         *         "status": "COMPLETED",
         *         "subject": "inc-4f0c2a7d91be",
         *         "why": "the key was found in a public repository"
         *       },
         *       "history": [
         *         {}
         *       ],
         *       "leftOut": [
         *         {
         *           "came": "CARRIED_OUT",
         *           "kind": "aws.ec2.stop-instance",
         *           "stepId": "action--7c1e",
         *           "target": "i-0abc1234",
         *           "why": "the key was found in a public repository"
         *         }
         *       ],
         *       "plan": {
         *         "actions": [
         *           {
         *             "blastRadius": {
         *               "basis": "1 of 40 instances",
         *               "count": 1,
         *               "fleet": 1
         *             },
         *             "dryRun": {
         *               "action": {
         *                 "arguments": {},
         *                 "kind": "aws.ec2.stop-instance",
         *                 "target": {
         *                   "id": "id-1a2b3c4d5e6f",
         *                   "scope": "aws:123456789012",
         *                   "type": "aws:ec2:instance"
         *                 }
         *               },
         *               "calls": [
         *                 "ec2:StopInstances i-0abc1234 in eu-central-1"
         *               ],
         *               "summary": "stops the instance",
         *               "touches": 1
         *             },
         *             "stepId": "action--7c1e"
         *           }
         *         ],
         *         "constraints": [
         *           {
         *             "arguments": {
         *               "eu-central-1": [
         *                 "amount"
         *               ]
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "most": 1,
         *             "reversible": true,
         *             "scope": "aws:123456789012",
         *             "stepId": "action--7c1e",
         *             "target": "i-0abc1234",
         *             "targetType": "aws:ec2:instance",
         *             "touches": 1
         *           }
         *         ],
         *         "executionId": "exe-77d0a1b2c3d4",
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "subject": "inc-4f0c2a7d91be"
         *       },
         *       "proposed": [
         *         {
         *           "decision": {
         *             "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *             "explanation": "needs approval: what a person has approved may be undone",
         *             "need": {
         *               "assurance": "SECOND_FACTOR",
         *               "people": 1
         *             },
         *             "policies": [
         *               "undo-approved"
         *             ],
         *             "verdict": "NEEDS_APPROVAL"
         *           },
         *           "planned": {
         *             "blastRadius": {
         *               "basis": "1 of 40 instances",
         *               "count": 1,
         *               "fleet": 40
         *             },
         *             "dryRun": {
         *               "action": {
         *                 "arguments": {},
         *                 "kind": "aws.ec2.stop-instance",
         *                 "target": {
         *                   "id": "i-0abc1234",
         *                   "scope": "aws:123456789012",
         *                   "type": "aws:ec2:instance"
         *                 }
         *               },
         *               "calls": [
         *                 "ec2:StopInstances i-0abc1234 in eu-central-1"
         *               ],
         *               "inverse": {
         *                 "arguments": {},
         *                 "kind": "aws.ec2.start-instance",
         *                 "target": {
         *                   "id": "i-0abc1234",
         *                   "scope": "aws:123456789012",
         *                   "type": "aws:ec2:instance"
         *                 }
         *               },
         *               "summary": "stops the instance",
         *               "touches": 1
         *             },
         *             "stepId": "action--8d2f"
         *           },
         *           "state": "WAITING"
         *         }
         *       ],
         *       "steps": [
         *         {
         *           "attempt": 1,
         *           "id": "id-1a2b3c4d5e6f",
         *           "status": "DONE"
         *         }
         *       ],
         *       "unplanned": [
         *         {
         *           "kind": "aws.iam.deactivate-access-key",
         *           "lacks": [
         *             "access_keys"
         *           ],
         *           "name": "Deactivate the access keys",
         *           "stepId": "action--9e3a",
         *           "why": "there is nothing to act on: access_keys is empty"
         *         }
         *       ],
         *       "variables": {}
         *     }
         */
        ExecutionBody: {
            /** @description each attempt, and where it stands now */
            actions: components["schemas"]["ActionBody"][];
            /** @description what the gate said of each when the plan was made, in the plan's order */
            decisions: components["schemas"]["PlanDecision"][];
            execution: components["schemas"]["ExecutionSummary"];
            history: unknown[];
            /** @description what the plan does without */
            leftOut: components["schemas"]["LeftOut"][];
            /** @description every gated action, with its exact calls, blast radius and inverse */
            plan?: components["schemas"]["Plan"];
            /** @description what of the plan was not tried */
            proposed: components["schemas"]["ProposedAction"][];
            /** @description those that were reached */
            steps: components["schemas"]["StepBody"][];
            /** @description actions that come to nothing with what the playbook was given, and what input they lack */
            unplanned: components["schemas"]["UnplannedStep"][];
            /** @description as they are now */
            variables: unknown;
        };
        ExecutionSummary: {
            approvalId?: string;
            /** Format: date-time */
            ended?: string;
            id: string;
            parent?: components["schemas"]["Parent"];
            playbookId: string;
            playbookName: string;
            /** Format: date-time */
            requested: string;
            /** @description who: person:, agent: or service: and a name */
            requestedBy?: string;
            /** @enum {string} */
            status: "PLANNED" | "AWAITING_APPROVAL" | "REJECTED" | "EXPIRED" | "SUPERSEDED" | "NOT_PLANNED" | "DRY_RUN" | "RUNNING" | "WAITING" | "PAUSED" | "COMPENSATING" | "COMPLETED" | "FAILED" | "CANCELLED" | "UNCERTAIN";
            subject: string;
            why?: string;
        };
        /**
         * @example {
         *       "actions": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id-1a2b3c4d5e6f",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "agent": "incident-response",
         *           "at": "2026-11-20T09:14:02Z",
         *           "attempt": 1,
         *           "calls": [
         *             "ec2:StopInstances i-0abc1234 in eu-central-1"
         *           ],
         *           "detail": "the instance is stopped",
         *           "outcome": "CARRIED_OUT",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "stepId": "action--7c1e"
         *         }
         *       ],
         *       "approvals": [
         *         {
         *           "executionId": "exe-77d0a1b2c3d4",
         *           "expires": "2026-11-20T13:14:02Z",
         *           "id": "apr-5c1d2e3f4a5b",
         *           "involved": [
         *             "person:alice"
         *           ],
         *           "occasion": "occasion",
         *           "plan": {
         *             "actions": [
         *               {
         *                 "blastRadius": {
         *                   "basis": "1 of 40 instances",
         *                   "count": 1,
         *                   "fleet": 1
         *                 },
         *                 "dryRun": {
         *                   "action": {
         *                     "arguments": {},
         *                     "kind": "aws.ec2.stop-instance",
         *                     "target": {
         *                       "id": "id-1a2b3c4d5e6f",
         *                       "scope": "aws:123456789012",
         *                       "type": "aws:ec2:instance"
         *                     }
         *                   },
         *                   "calls": [
         *                     "ec2:StopInstances i-0abc1234 in eu-central-1"
         *                   ],
         *                   "summary": "stops the instance",
         *                   "touches": 1
         *                 },
         *                 "stepId": "action--7c1e"
         *               }
         *             ],
         *             "constraints": [
         *               {
         *                 "arguments": {},
         *                 "kind": "aws.ec2.stop-instance",
         *                 "most": 1,
         *                 "reversible": true,
         *                 "scope": "aws:123456789012",
         *                 "stepId": "action--7c1e",
         *                 "target": "i-0abc1234",
         *                 "targetType": "aws:ec2:instance",
         *                 "touches": 1
         *               }
         *             ],
         *             "executionId": "exe-77d0a1b2c3d4",
         *             "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *             "subject": "inc-4f0c2a7d91be"
         *           },
         *           "planHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "requestedBy": "agent:supervisor",
         *           "stage": 1,
         *           "status": "PENDING",
         *           "subject": "inc-4f0c2a7d91be",
         *           "terms": {
         *             "assurance": "TOKEN",
         *             "chain": [
         *               {
         *                 "after": "PT1H",
         *                 "group": "on-call"
         *               }
         *             ],
         *             "quorum": 1,
         *             "validity": "PT4H"
         *           },
         *           "votes": [
         *             {
         *               "approve": true,
         *               "assurance": "TOKEN",
         *               "at": "2026-11-20T09:14:02Z",
         *               "by": "person:alice"
         *             }
         *           ],
         *           "why": "the key was found in a public repository"
         *         }
         *       ],
         *       "effects": [
         *         {
         *           "attempt": 1,
         *           "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "counted": "2026-11-20T09:14:02Z",
         *           "details": {
         *             "eu-central-1": "amount"
         *           },
         *           "intended": "2026-11-20T09:14:02Z",
         *           "key": "k-1",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "request": {
         *             "confidence": 85,
         *             "executionId": "exe-77d0a1b2c3d4",
         *             "planHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *             "planned": {
         *               "blastRadius": {
         *                 "basis": "1 of 40 instances",
         *                 "count": 1,
         *                 "fleet": 1
         *               },
         *               "dryRun": {
         *                 "action": {
         *                   "arguments": {},
         *                   "kind": "aws.ec2.stop-instance",
         *                   "target": {
         *                     "id": "id-1a2b3c4d5e6f",
         *                     "scope": "aws:123456789012",
         *                     "type": "aws:ec2:instance"
         *                   }
         *                 },
         *                 "calls": [
         *                   "ec2:StopInstances i-0abc1234 in eu-central-1"
         *                 ],
         *                 "summary": "stops the instance",
         *                 "touches": 1
         *               },
         *               "stepId": "action--7c1e"
         *             },
         *             "principal": "principal",
         *             "severity": "HIGH",
         *             "subject": "inc-4f0c2a7d91be",
         *             "visit": 1
         *           },
         *           "state": "DONE"
         *         }
         *       ],
         *       "execution": {},
         *       "leftOut": [
         *         {
         *           "came": "CARRIED_OUT",
         *           "kind": "aws.ec2.stop-instance",
         *           "stepId": "action--7c1e",
         *           "target": "i-0abc1234",
         *           "why": "the key was found in a public repository"
         *         }
         *       ],
         *       "moments": [
         *         {
         *           "entries": [
         *             {}
         *           ]
         *         }
         *       ],
         *       "playbook": {},
         *       "schemaVersion": 1
         *     }
         */
        Export: {
            actions: components["schemas"]["ActionResult"][];
            approvals: components["schemas"]["Approval"][];
            effects: components["schemas"]["EffectRecord"][];
            /** @description any JSON */
            execution: unknown;
            leftOut: components["schemas"]["LeftOut"][];
            moments: components["schemas"]["Moment"][];
            /** @description any JSON */
            playbook?: unknown;
            /** Format: int32 */
            schemaVersion: number;
        };
        /**
         * @example {
         *       "passkeys": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "id": "AbCdEf0123456789",
         *           "label": "Security key",
         *           "lastUsed": "2026-11-20T09:14:02Z"
         *         }
         *       ],
         *       "password": true,
         *       "recoveryCodesLeft": 10,
         *       "totp": true
         *     }
         */
        FactorsBody: {
            passkeys: components["schemas"]["PasskeyBody"][];
            password: boolean;
            /** Format: int32 */
            recoveryCodesLeft: number;
            totp: boolean;
        };
        /**
         * @example {
         *       "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "entities": [
         *         {
         *           "role": "ACTOR",
         *           "scope": "aws:123456789012",
         *           "type": "PRINCIPAL",
         *           "value": "AKIAIOSFODNN7EXAMPLE"
         *         }
         *       ],
         *       "events": [
         *         "evt-0a1b2c3d4e5f"
         *       ],
         *       "id": "fnd-81c09d2e44aa",
         *       "matched": [
         *         {
         *           "field": "eventName",
         *           "value": "AKIAIOSFODNN7EXAMPLE"
         *         }
         *       ],
         *       "ocsf": {
         *         "class_uid": 6003
         *       },
         *       "ruleId": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *       "severity": "HIGH",
         *       "tactics": [
         *         "credential-access",
         *         "impact"
         *       ],
         *       "techniques": [
         *         "T1552",
         *         "T1496"
         *       ],
         *       "time": "2026-11-20T09:14:02Z",
         *       "title": "An access key was used from a new country to start machines"
         *     }
         */
        FindingBody: {
            content: string;
            entities: components["schemas"]["Entity"][];
            events: string[];
            id: string;
            matched: components["schemas"]["MatchedField"][];
            /** @description any JSON */
            ocsf: unknown;
            ruleId: string;
            /** @enum {string} */
            severity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            tactics: string[];
            techniques: string[];
            /** Format: date-time */
            time: string;
            title: string;
        };
        /** @description A finding became part of it; `happened` is the finding's own time. */
        FindingJoined: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "FindingJoined";
            findingId: string;
            /** Format: date-time */
            happened: string;
            text: string;
        };
        Findings: {
            /** @description the last 24 hours, oldest first */
            byHour: number[];
            bySeverity: {
                [key: string]: number;
            };
            /** @description how many findings show each ATT&CK tactic */
            byTactic: {
                [key: string]: number;
            };
            /** @description whether there are more than were counted */
            more: boolean;
            /** Format: int64 */
            total: number;
        };
        FindingSummary: {
            id: string;
            ruleId: string;
            /** @enum {string} */
            severity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            tactics: string[];
            /** Format: date-time */
            time: string;
            title: string;
        };
        Fit: {
            /** @enum {string} */
            minimumSeverity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            needsOneOf: string[];
            needsVariables: string[];
            /** Format: int32 */
            priority: number;
            tactics: string[];
        };
        Found: {
            /**
             * Format: int32
             * @description its place, counted from 0
             */
            event: number;
            /** @enum {string} */
            level: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            matched: components["schemas"]["MatchedField"][];
            ruleId: string;
            title: string;
        };
        /** @description Asks the gate for one action. */
        GateRequest: {
            /**
             * Format: int32
             * @description 0 to 100, how sure the incident is one
             */
            confidence: number;
            /** @description the execution it belongs to, counted by caps */
            executionId: string;
            /** @description of the plan that holds the action */
            planHash: string;
            /** @description the action with its dry run and blast radius */
            planned: components["schemas"]["PlannedAction"];
            /** @description the agent that would carry it out */
            principal: string;
            /**
             * @description of the incident, as the rules gave it
             * @enum {string}
             */
            severity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /** @description the incident or request */
            subject: string;
            /**
             * Format: int32
             * @description the turn of the loop around the step, 1 for the first
             */
            visit: number;
        };
        /** @description Somebody works on it from now on, or, when `to` is null, nobody. */
        IncidentAssigned: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentAssigned";
            text: string;
            /** @description who: person:, agent: or service: and a name */
            to?: string;
        };
        /**
         * @example {
         *       "actions": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id-1a2b3c4d5e6f",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "agent": "incident-response",
         *           "at": "2026-11-20T09:14:02Z",
         *           "attempt": 1,
         *           "calls": [
         *             "ec2:StopInstances i-0abc1234 in eu-central-1"
         *           ],
         *           "detail": "the instance is stopped",
         *           "outcome": "CARRIED_OUT",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "stepId": "action--7c1e"
         *         }
         *       ],
         *       "contained": "2026-11-20T09:14:02Z",
         *       "cost": {
         *         "incidentId": "inc-4f0c2a7d91be",
         *         "lines": [
         *           {
         *             "perHour": {
         *               "amount": 24.48,
         *               "currency": "USD"
         *             },
         *             "region": "eu-central-1",
         *             "resource": "eu-central-1/i-0abc1234",
         *             "soFar": {
         *               "amount": 24.48,
         *               "currency": "USD"
         *             },
         *             "started": "2026-11-20T09:14:02Z",
         *             "type": "incident"
         *           }
         *         ],
         *         "perHour": {
         *           "amount": 24.48,
         *           "currency": "USD"
         *         },
         *         "soFar": {
         *           "amount": 24.48,
         *           "currency": "USD"
         *         },
         *         "source": "aws:123456789012:cloudtrail",
         *         "unpriced": [],
         *         "until": "2026-11-20T09:14:02Z"
         *       },
         *       "evidence": [
         *         {
         *           "collected": "2026-11-20T09:14:02Z",
         *           "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "custody": [
         *             {
         *               "time": "2026-11-20T09:14:02Z",
         *               "what": "what",
         *               "who": "person:alice"
         *             }
         *           ],
         *           "id": "id-1a2b3c4d5e6f",
         *           "incidentId": "inc-4f0c2a7d91be",
         *           "mediaType": "application/json",
         *           "name": "Contain a compromised cloud identity",
         *           "origin": "acso.local",
         *           "size": 4711
         *         }
         *       ],
         *       "execution": {
         *         "approvalId": "apr-5c1d2e3f4a5b",
         *         "ended": "2026-11-20T09:20:41Z",
         *         "id": "exe-77d0a1b2c3d4",
         *         "parent": {
         *           "attempt": 1,
         *           "executionId": "exe-77d0a1b2c3d4",
         *           "stepId": "action--7c1e"
         *         },
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "playbookName": "Contain a compromised cloud identity",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "requestedBy": "agent:supervisor",
         *         "status": "COMPLETED",
         *         "subject": "inc-4f0c2a7d91be",
         *         "why": "the key was found in a public repository"
         *       },
         *       "findings": [
         *         {
         *           "id": "fnd-81c09d2e44aa",
         *           "ruleId": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "severity": "HIGH",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "time": "2026-11-20T09:14:02Z",
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ],
         *       "incident": {
         *         "assignee": "person:alice",
         *         "findings": 4,
         *         "id": "inc-4f0c2a7d91be",
         *         "kind": "SECURITY",
         *         "opened": "2026-11-20T09:14:02Z",
         *         "priority": "P2",
         *         "severity": "HIGH",
         *         "status": "IN_PROGRESS",
         *         "tactics": [
         *           "credential-access",
         *           "impact"
         *         ],
         *         "title": "An access key was used from a new country to start machines",
         *         "updated": "2026-11-20T09:14:02Z"
         *       },
         *       "picture": {
         *         "entities": [
         *           {
         *             "role": "ACTOR",
         *             "scope": "aws:123456789012",
         *             "type": "PRINCIPAL",
         *             "value": "AKIAIOSFODNN7EXAMPLE"
         *           }
         *         ],
         *         "findings": 4,
         *         "firstSeen": "2026-11-20T09:14:02Z",
         *         "lastSeen": "2026-11-20T09:14:02Z",
         *         "rules": [
         *           "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b"
         *         ],
         *         "tactics": [
         *           "credential-access",
         *           "impact"
         *         ],
         *         "techniques": [
         *           "T1552",
         *           "T1496"
         *         ],
         *         "unlisted": 1,
         *         "worst": "HIGH"
         *       },
         *       "rating": {
         *         "confidence": 85,
         *         "contributions": [
         *           {
         *             "points": 1,
         *             "what": "what",
         *             "why": "the key was found in a public repository"
         *           }
         *         ],
         *         "priority": "P2",
         *         "score": 72,
         *         "severity": "HIGH"
         *       },
         *       "report": "/api/v1/incidents/inc-4f0c2a7d91be/report",
         *       "resolved": "2026-11-20T09:14:02Z",
         *       "response": {
         *         "approvalId": "apr-5c1d2e3f4a5b",
         *         "covered": [
         *           "covered"
         *         ],
         *         "executionId": "exe-77d0a1b2c3d4",
         *         "incidentId": "inc-4f0c2a7d91be",
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "revision": 1,
         *         "stage": "INVESTIGATING",
         *         "updated": "2026-11-20T09:14:02Z",
         *         "variables": {
         *           "eu-central-1": [
         *             "amount"
         *           ]
         *         }
         *       },
         *       "ticket": {
         *         "closed": "2026-11-20T09:14:02Z",
         *         "id": "id-1a2b3c4d5e6f",
         *         "incidentId": "inc-4f0c2a7d91be",
         *         "opened": "2026-11-20T09:14:02Z",
         *         "priority": "priority",
         *         "resolution": "resolution",
         *         "status": "OPEN",
         *         "title": "An access key was used from a new country to start machines"
         *       },
         *       "timeline": [
         *         {
         *           "at": "2026-11-20T09:14:02Z",
         *           "fact": "IncidentOpened",
         *           "text": "Called the owner: the key is not theirs to use from there."
         *         }
         *       ]
         *     }
         */
        IncidentBody: {
            actions: components["schemas"]["ActionResult"][];
            /** Format: date-time */
            contained?: string;
            cost?: components["schemas"]["CostAssessment"];
            evidence: components["schemas"]["Evidence"][];
            execution?: components["schemas"]["ExecutionSummary"];
            findings: components["schemas"]["FindingSummary"][];
            incident: components["schemas"]["IncidentSummary"];
            picture: components["schemas"]["Picture"];
            rating: components["schemas"]["Rating"];
            report?: string;
            /** Format: date-time */
            resolved?: string;
            response?: components["schemas"]["Response"];
            ticket?: components["schemas"]["Ticket"];
            timeline: components["schemas"]["IncidentFact"][];
        };
        /** @description A person closed it for good. */
        IncidentClosed: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentClosed";
            text: string;
        };
        /** @description Every containment action of the response took. */
        IncidentContained: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentContained";
            text: string;
        };
        IncidentFact: components["schemas"]["IncidentOpened"] | components["schemas"]["FindingJoined"] | components["schemas"]["IncidentRated"] | components["schemas"]["ResponseChosen"] | components["schemas"]["IncidentContained"] | components["schemas"]["IncidentNoted"] | components["schemas"]["IncidentResolved"] | components["schemas"]["IncidentAssigned"] | components["schemas"]["IncidentClosed"] | components["schemas"]["IncidentReopened"];
        /** @description Anything else a reader should know. */
        IncidentNoted: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentNoted";
            text: string;
        };
        /** @description The incident began. */
        IncidentOpened: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentOpened";
            text: string;
        };
        /** @description Severity or priority changed. */
        IncidentRated: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentRated";
            text: string;
        };
        /** @description A person took it up again. */
        IncidentReopened: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentReopened";
            text: string;
        };
        /** @description The work on it ended. */
        IncidentResolved: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "IncidentResolved";
            text: string;
        };
        Incidents: {
            byStatus: {
                [key: string]: number;
            };
            /** @description the gravest first, and of those the one that changed last */
            live: components["schemas"]["IncidentSummary"][];
            openBySeverity: {
                [key: string]: number;
            };
        };
        IncidentSummary: {
            /** @description the value of the entity it is mostly about: who acted, else what was acted upon */
            about?: string;
            /** @description who: person:, agent: or service: and a name */
            assignee?: string;
            /** Format: int32 */
            findings: number;
            id: string;
            /** @enum {string} */
            kind: "SECURITY" | "SERVICE";
            /** Format: date-time */
            opened: string;
            /** @enum {string} */
            priority: "P1" | "P2" | "P3" | "P4";
            /** @enum {string} */
            severity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /** @enum {string} */
            status: "NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED";
            tactics: string[];
            title: string;
            /** Format: date-time */
            updated: string;
        };
        /**
         * @example {
         *       "checkpoint": {
         *         "note": "acso.local\n4711\nn4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=\n",
         *         "origin": "acso.local",
         *         "publicKey": "acso.local+1a2b3c4d+AbCd",
         *         "root": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *         "size": 4711
         *       },
         *       "hashes": [
         *         "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *       ],
         *       "index": 1
         *     }
         */
        InclusionBody: {
            checkpoint: components["schemas"]["CheckpointBody"];
            hashes: string[];
            /** Format: int64 */
            index: number;
        };
        /**
         * @example {
         *       "byType": {
         *         "DOMAIN": 120331,
         *         "IPV4_ADDRESS": 61703
         *       },
         *       "bytes": 48234496,
         *       "feeds": [
         *         "indicators/urls.csv"
         *       ],
         *       "indicators": 182034
         *     }
         */
        IndicatorCounts: {
            /**
             * Format: int64
             * @description of memory that they take
             */
            bytes: number;
            byType: {
                [key: string]: number;
            };
            feeds: string[];
            /** Format: int64 */
            indicators: number;
        };
        /** @description One set that was taken into force. */
        InForce: {
            /** @description of its files, as decisions name it */
            hash: string;
            /** Format: int32 */
            policies: number;
            /** Format: date-time */
            since: string;
        };
        /**
         * @description `refused` says why the newest files are not in force; absent when they are.
         * @example {
         *       "history": [
         *         {
         *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "policies": 1,
         *           "since": "2026-11-20T09:14:02Z"
         *         }
         *       ],
         *       "inForce": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "kinds": [
         *         "aws.ec2.stop-instance"
         *       ],
         *       "policies": [
         *         "contain-needs-approval"
         *       ]
         *     }
         */
        InForceBody: {
            history: components["schemas"]["InForce"][];
            inForce: string;
            kinds: string[];
            policies: string[];
            refused?: string;
        };
        /**
         * @example {
         *       "displayName": "Bob Brown",
         *       "first": false,
         *       "username": "bob"
         *     }
         */
        InvitationBody: {
            displayName?: string;
            first: boolean;
            username?: string;
        };
        /**
         * @description `link`: to open in a browser, below the platform's address.
         * @example {
         *       "invitation": "2Qm0tY4hW8",
         *       "link": "/setup#token=2Qm0tY4hW8",
         *       "person": {
         *         "created": "2026-11-20T09:14:02Z",
         *         "disabled": false,
         *         "displayName": "Bob Brown",
         *         "roles": [
         *           "analyst",
         *           "approver"
         *         ],
         *         "username": "bob"
         *       }
         *     }
         */
        InvitedBody: {
            invitation: string;
            link: string;
            person: components["schemas"]["PersonBody"];
        };
        IssuerBody: {
            href: string;
            name: string;
        };
        /**
         * @example {
         *       "created": "2026-11-20T09:14:02Z",
         *       "id": "id-1a2b3c4d5e6f",
         *       "superseded": "2026-11-20T09:14:02Z"
         *     }
         */
        KeyInfo: {
            /** Format: date-time */
            created: string;
            id: string;
            /** Format: date-time */
            superseded?: string;
        };
        /** @description An action that a playbook would have taken and its plan does without, so that nobody approves it unseen; written by Incident Response. */
        LeftOut: {
            /**
             * @description what it comes to for that
             * @enum {string}
             */
            came: "CARRIED_OUT" | "ALREADY_DONE" | "NEEDS_APPROVAL" | "FORBIDDEN" | "NOT_CONFIGURED" | "FAILED" | "UNCERTAIN";
            kind: string;
            stepId: string;
            target: string;
            /** @description it could not even be dry-run, and what to mend */
            why: string;
        };
        /**
         * @description To whom, until when, and why.
         * @example {
         *       "to": "person:bob",
         *       "until": "2026-11-20T09:14:02Z",
         *       "why": "the key was found in a public repository"
         *     }
         */
        Lending: {
            /** @description who: person:, agent: or service: and a name */
            to: string;
            /** Format: date-time */
            until: string;
            why?: string;
        };
        /**
         * @example {
         *       "kinds": {
         *         "eu-central-1": "APPROVE"
         *       },
         *       "otherwise": "APPROVE",
         *       "settings": [
         *         {
         *           "agent": "person:alice",
         *           "by": "person:alice",
         *           "kind": "aws.ec2.stop-instance",
         *           "level": "APPROVE",
         *           "reason": "no format recognises it",
         *           "since": "2026-11-20T09:14:02Z"
         *         }
         *       ]
         *     }
         */
        LevelsBody: {
            kinds: {
                [key: string]: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            };
            /** @enum {string} */
            otherwise: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            settings: components["schemas"]["Setting"][];
        };
        /**
         * @description The level of one kind of action from now on.
         * @example {
         *       "kind": "aws.ec2.stop-instance",
         *       "level": "APPROVE",
         *       "why": "the key was found in a public repository"
         *     }
         */
        LevelWish: {
            kind: string;
            /** @enum {string} */
            level: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            why?: string;
        };
        /** @description One resource: its type, how long it ran, and what that costs. */
        Line: {
            perHour: components["schemas"]["Money"];
            region: string;
            resource: string;
            soFar: components["schemas"]["Money"];
            /** Format: date-time */
            started: string;
            type: string;
        };
        /** @description Sigma's log source, assigned at ingest by content. A part that does not apply is null. */
        LogSource: {
            category?: string;
            product?: string;
            service?: string;
        };
        /**
         * @example {
         *       "at": "2026-11-20T09:14:02Z",
         *       "matches": [
         *         {
         *           "id": "id-1a2b3c4d5e6f",
         *           "labels": [
         *             "cloud"
         *           ],
         *           "source": "aws:123456789012:cloudtrail",
         *           "type": "IPV4_ADDRESS",
         *           "value": "AKIAIOSFODNN7EXAMPLE"
         *         }
         *       ],
         *       "value": "AKIAIOSFODNN7EXAMPLE"
         *     }
         */
        LookedUp: {
            /**
             * Format: date-time
             * @description the time for which it was asked
             */
            at: string;
            matches: components["schemas"]["Seen"][];
            value: string;
        };
        /**
         * @example {
         *       "master": "master"
         *     }
         */
        Master: {
            master: string;
        };
        /** @description A field of an event and the value that made a rule match; a keyword match has an empty field. */
        MatchedField: {
            field: string;
            value: string;
        };
        /**
         * @description `factors`: what this session proved. `assuredUntil`: until when a strong proof counts as fresh; absent when there was none.
         * @example {
         *       "assurance": "PHISHING_RESISTANT",
         *       "assuredUntil": "2026-11-20T09:14:02Z",
         *       "displayName": "Bob Brown",
         *       "factors": [
         *         "token",
         *         "password"
         *       ],
         *       "permissions": [
         *         "incident.read"
         *       ],
         *       "principal": "person:bob",
         *       "roles": [
         *         "analyst",
         *         "approver"
         *       ],
         *       "session": "ses-1a2b3c4d5e6f",
         *       "username": "bob"
         *     }
         */
        MeBody: {
            /** @enum {string} */
            assurance: "TOKEN" | "PASSWORD" | "SECOND_FACTOR" | "PHISHING_RESISTANT";
            /** Format: date-time */
            assuredUntil?: string;
            displayName: string;
            factors: ("token" | "password" | "issuer" | "issuer-strong" | "totp" | "recovery-code" | "passkey")[];
            permissions: string[];
            principal: string;
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            session?: string;
            username: string;
        };
        /** @description One transition of an execution, as its history keeps it; written by the supervisor. */
        Moment: {
            /** @description what came of it, a line each */
            entries: unknown[];
            /** @description what happened, as `core.playbook` names it; null for the beginning, and in records of version 0.1 */
            fact?: unknown;
        };
        /** @description An exact amount in one currency. */
        Money: {
            amount: number;
            /** @description an ISO 4217 code, such as USD */
            currency: string;
        };
        /**
         * @description The messages that left the dead letters, of those given up before then.
         * @example {
         *       "before": "2026-11-20T09:14:02Z",
         *       "messages": [
         *         "msg-1a2b3c4d"
         *       ],
         *       "queue": "incident-response"
         *     }
         */
        Moved: {
            /** Format: date-time */
            before: string;
            messages: string[];
            queue: string;
        };
        /** @description The smallest difference that was found with which it would be permitted: each of the changes is needed. */
        Nearest: {
            /** @description in words */
            changes: string[];
            /** @description that would then permit it */
            policies: string[];
        };
        /** @description What policies ask of an approval. */
        Need: {
            /**
             * @description how strongly each must have proved who they are
             * @enum {string}
             */
            assurance: "TOKEN" | "PASSWORD" | "SECOND_FACTOR" | "PHISHING_RESISTANT";
            /**
             * Format: int32
             * @description how many must agree
             */
            people: number;
        };
        Needs: {
            /** @description that are asked for, the one that expires next first */
            approvals: components["schemas"]["ApprovalSummary"][];
            /**
             * Format: int64
             * @description that were given up
             */
            deadLetters: number;
            /** @description incidents that go on only when a person says so */
            onHold: components["schemas"]["IncidentSummary"][];
            /** @description that have not been heard of */
            silentAgents: string[];
            /**
             * Format: int32
             * @description of which nobody knows whether they happened
             */
            uncertainEffects: number;
        };
        /**
         * @description `key`: for the header Authorization, after Bearer.
         * @example {
         *       "apiKey": {
         *         "created": "2026-11-20T09:14:02Z",
         *         "expires": "2027-02-18T09:14:02Z",
         *         "id": "key-3f9a1c5d7e20",
         *         "name": "ticket-sync",
         *         "owner": "person:alice",
         *         "roles": [
         *           "viewer"
         *         ],
         *         "scopes": [
         *           "incident.read"
         *         ]
         *       },
         *       "key": "shown-here-and-never-again"
         *     }
         */
        NewApiKey: {
            apiKey: components["schemas"]["ApiKeyBody"];
            key: string;
        };
        /**
         * @description `secret`: of a service, for the token endpoint.
         * @example {
         *       "client": {
         *         "created": "2026-11-20T09:14:02Z",
         *         "id": "cli-9d8c7b6a5f40",
         *         "kind": "service",
         *         "name": "ticket-sync",
         *         "owner": "person:alice",
         *         "redirects": [],
         *         "roles": [
         *           "viewer"
         *         ],
         *         "scopes": [
         *           "incident.read"
         *         ]
         *       },
         *       "secret": "shown-here-and-never-again"
         *     }
         */
        NewClient: {
            client: components["schemas"]["ClientBody"];
            secret?: string;
        };
        /**
         * @description `secret`: to verify what is sent with; it shows here only.
         * @example {
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLw8K",
         *       "webhook": {
         *         "by": "person:alice",
         *         "created": "2026-11-20T09:14:02Z",
         *         "description": "opens a ticket for each incident",
         *         "id": "whk-5d0f1a2b3c4d",
         *         "kinds": [
         *           "IncidentOpened"
         *         ],
         *         "url": "https://hooks.example/acso"
         *       }
         *     }
         */
        NewSecret: {
            secret: string;
            webhook: components["schemas"]["WebhookBody"];
        };
        /**
         * @example {
         *       "description": "opens a ticket for each incident",
         *       "kinds": [
         *         "IncidentOpened"
         *       ],
         *       "url": "https://hooks.example/acso"
         *     }
         */
        NewWebhook: {
            description?: string;
            /** @description of change that are told; all when there are none */
            kinds?: string[];
            /** @description base64 of 24 bytes or more, with or without `whsec_`; made when it is left out */
            secret?: string;
            url: string;
        };
        /**
         * @example {
         *       "next": "done"
         *     }
         */
        NextBody: {
            /** @enum {string} */
            next: "done" | "totp" | "enrol";
        };
        /**
         * @description `qr`: the `uri` as a picture, in SVG.
         * @example {
         *       "qr": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
         *       "secret": "JBSWY3DPEHPK3PXP",
         *       "uri": "otpauth://totp/ACSO:bob?secret=JBSWY3DPEHPK3PXP&issuer=ACSO"
         *     }
         */
        OfferBody: {
            qr: string;
            secret: string;
            uri: string;
        };
        /**
         * @description What came of it.
         * @example {
         *       "decision": "decision",
         *       "explanation": "needs approval: the account is not a test account",
         *       "nearest": {
         *         "changes": [
         *           "change"
         *         ],
         *         "policies": [
         *           "contain-needs-approval"
         *         ]
         *       },
         *       "need": {
         *         "assurance": "TOKEN",
         *         "people": 1
         *       },
         *       "policies": [
         *         "contain-needs-approval"
         *       ]
         *     }
         */
        Outcome: {
            /** @description `permit`, `approval` or `forbid` */
            decision: string;
            explanation: string;
            /** @description what would have had to be different, when an approval alone would not do */
            nearest?: components["schemas"]["Nearest"];
            /** @description what an approval takes, when one would permit it */
            need?: components["schemas"]["Need"];
            /** @description ids of those that decided */
            policies: string[];
        };
        /**
         * @example {
         *       "agents": [
         *         {
         *           "failed": 0,
         *           "inHand": 1,
         *           "killed": false,
         *           "name": "threat-hunter",
         *           "performed": 1,
         *           "seen": "2026-11-20T09:14:02Z",
         *           "silent": false,
         *           "waiting": 1,
         *           "work": [
         *             {
         *               "correlationId": "inc-4f0c2a7d91be",
         *               "kind": "hunt",
         *               "since": "2026-11-20T09:14:02Z",
         *               "task": "tsk-2b1c3d4e5f60"
         *             }
         *           ]
         *         }
         *       ],
         *       "at": "2026-11-20T09:14:02Z",
         *       "cost": {
         *         "incidents": 1,
         *         "perHour": [
         *           {
         *             "amount": 24.48,
         *             "currency": "USD"
         *           }
         *         ],
         *         "soFar": [
         *           {
         *             "amount": 24.48,
         *             "currency": "USD"
         *           }
         *         ]
         *       },
         *       "findings": {
         *         "byHour": [
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           0,
         *           1,
         *           0,
         *           2,
         *           1
         *         ],
         *         "bySeverity": {
         *           "HIGH": 3,
         *           "MEDIUM": 5
         *         },
         *         "byTactic": {
         *           "credential-access": 3,
         *           "impact": 2
         *         },
         *         "more": false,
         *         "total": 1
         *       },
         *       "incidents": {
         *         "byStatus": {
         *           "IN_PROGRESS": 2,
         *           "ON_HOLD": 1,
         *           "RESOLVED": 14
         *         },
         *         "live": [
         *           {
         *             "findings": 4,
         *             "id": "inc-4f0c2a7d91be",
         *             "kind": "SECURITY",
         *             "opened": "2026-11-20T09:14:02Z",
         *             "priority": "P2",
         *             "severity": "HIGH",
         *             "status": "IN_PROGRESS",
         *             "tactics": [
         *               "credential-access",
         *               "impact"
         *             ],
         *             "title": "An access key was used from a new country to start machines",
         *             "updated": "2026-11-20T09:14:02Z"
         *           }
         *         ],
         *         "openBySeverity": {
         *           "HIGH": 3,
         *           "MEDIUM": 5
         *         }
         *       },
         *       "needs": {
         *         "approvals": [
         *           {
         *             "actions": 1,
         *             "expires": "2026-11-20T13:14:02Z",
         *             "id": "apr-5c1d2e3f4a5b",
         *             "requested": "2026-11-20T09:14:02Z",
         *             "status": "PENDING",
         *             "subject": "inc-4f0c2a7d91be",
         *             "why": "the key was found in a public repository"
         *           }
         *         ],
         *         "deadLetters": 1,
         *         "onHold": [
         *           {
         *             "findings": 4,
         *             "id": "inc-4f0c2a7d91be",
         *             "kind": "SECURITY",
         *             "opened": "2026-11-20T09:14:02Z",
         *             "priority": "P2",
         *             "severity": "HIGH",
         *             "status": "IN_PROGRESS",
         *             "tactics": [
         *               "credential-access",
         *               "impact"
         *             ],
         *             "title": "An access key was used from a new country to start machines",
         *             "updated": "2026-11-20T09:14:02Z"
         *           }
         *         ],
         *         "silentAgents": [
         *           "service-orchestration"
         *         ],
         *         "uncertainEffects": 1
         *       },
         *       "queues": [
         *         {
         *           "dead": 0,
         *           "lent": 1,
         *           "name": "incident-response",
         *           "oldest": "PT12S",
         *           "ready": 1,
         *           "waiting": 1
         *         }
         *       ]
         *     }
         */
        OverviewBody: {
            agents: components["schemas"]["AgentBody"][];
            /**
             * Format: date-time
             * @description when it was worked out
             */
            at: string;
            /** @description what open incidents cost */
            cost: components["schemas"]["Cost"];
            /** @description of the last 24 hours */
            findings: components["schemas"]["Findings"];
            /** @description those that are open */
            incidents: components["schemas"]["Incidents"];
            /** @description what waits for a person */
            needs: components["schemas"]["Needs"];
            queues: components["schemas"]["QueueBody"][];
        };
        /** @description The attempt at a step of another execution that this one is. */
        Parent: {
            /** Format: int32 */
            attempt: number;
            executionId: string;
            stepId: string;
        };
        Pass: {
            complete: boolean;
            /** Format: int64 */
            renewed: number;
            /** Format: int64 */
            seen: number;
            /** Format: int64 */
            unreadable: number;
        };
        PasskeyBody: {
            /** Format: date-time */
            created: string;
            id: string;
            label: string;
            /** Format: date-time */
            lastUsed: string;
        };
        /**
         * @example {
         *       "chosen": "a longer horse, another staple",
         *       "current": "correct horse battery staple"
         *     }
         */
        PasswordWish: {
            chosen: string;
            current: string;
        };
        /**
         * @description `issuer`: who vouches for them, when it is not this platform.
         * @example {
         *       "created": "2026-11-20T09:14:02Z",
         *       "disabled": false,
         *       "displayName": "Bob Brown",
         *       "roles": [
         *         "analyst",
         *         "approver"
         *       ],
         *       "username": "bob"
         *     }
         */
        PersonBody: {
            /** Format: date-time */
            created: string;
            disabled: boolean;
            displayName: string;
            issuer?: string;
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            username: string;
        };
        /**
         * @example {
         *       "roles": [
         *         "analyst",
         *         "approver"
         *       ]
         *     }
         */
        PersonChange: {
            disabled?: boolean;
            displayName?: string;
            roles?: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
        };
        /**
         * @example {
         *       "displayName": "Bob Brown",
         *       "roles": [
         *         "analyst",
         *         "approver"
         *       ],
         *       "username": "bob"
         *     }
         */
        PersonWish: {
            displayName?: string;
            roles: ("viewer" | "analyst" | "responder" | "approver" | "service-manager" | "finance" | "administrator")[];
            username: string;
        };
        /** @description What the findings of an incident say taken together. */
        Picture: {
            /** @description what it is about, `MAX_ENTITIES` at the most */
            entities: components["schemas"]["Entity"][];
            /**
             * Format: int32
             * @description how many there are; they are kept beside the incident
             */
            findings: number;
            /**
             * Format: date-time
             * @description event time of the earliest finding
             */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** @description ids of the rules that found something */
            rules: string[];
            tactics: string[];
            techniques: string[];
            /**
             * Format: int32
             * @description how many entities did not fit
             */
            unlisted: number;
            /** @enum {string} */
            worst: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
        };
        /** @description Every gated action of one execution, before anything runs. An approval is bound to its hash. */
        Plan: {
            actions: components["schemas"]["PlannedAction"][];
            /** @description on actions that are known only later */
            constraints: components["schemas"]["Constraint"][];
            executionId: string;
            /** @description the CACAO playbook */
            playbookId: string;
            /** @description the incident or request it is for */
            subject: string;
        };
        /** @description What the gate said of one action of the plan when it was made. */
        PlanDecision: {
            action: components["schemas"]["Action"];
            decision: components["schemas"]["Decision"];
            stepId: string;
        };
        /** @description One action of a plan: the playbook step it belongs to and what it would do. */
        PlannedAction: {
            blastRadius: components["schemas"]["BlastRadius"];
            dryRun: components["schemas"]["DryRun"];
            stepId: string;
        };
        /**
         * @example {
         *       "document": {
         *         "id": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "spec_version": "cacao-2.0",
         *         "type": "playbook"
         *       },
         *       "playbook": {
         *         "description": "What it is for",
         *         "fits": {
         *           "minimumSeverity": "HIGH",
         *           "needsOneOf": [
         *             "needsOneOf"
         *           ],
         *           "needsVariables": [
         *             "needsVariable"
         *           ],
         *           "priority": 1,
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ]
         *         },
         *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *         "id": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "labels": [
         *           "cloud"
         *         ],
         *         "name": "Contain a compromised cloud identity",
         *         "priority": 1,
         *         "severity": 1,
         *         "steps": 1,
         *         "types": [
         *           "mitigation"
         *         ]
         *       },
         *       "refusals": [
         *         {
         *           "message": "names no step: name the start step",
         *           "pointer": "/workflow_start"
         *         }
         *       ],
         *       "variables": {
         *         "eu-central-1": {
         *           "constant": false,
         *           "description": "What it is for",
         *           "external": true,
         *           "name": "Contain a compromised cloud identity",
         *           "type": "incident",
         *           "value": {}
         *         }
         *       }
         *     }
         */
        PlaybookBody: {
            document: {
                [key: string]: unknown;
            };
            playbook: components["schemas"]["PlaybookSummary"];
            /** @description why it cannot run here although it is valid, each with its place and the cure */
            refusals: components["schemas"]["Problem"][];
            variables: {
                [key: string]: components["schemas"]["Variable"];
            };
        };
        /**
         * @example {
         *       "dryRun": true,
         *       "variables": {
         *         "eu-central-1": {}
         *       }
         *     }
         */
        PlaybookRun: {
            /** @description only plan it; nothing outside is touched */
            dryRun: boolean;
            /** @description values of its external variables, by bare name */
            variables?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "description": "What it is for",
         *       "fits": {
         *         "minimumSeverity": "HIGH",
         *         "needsOneOf": [
         *           "needsOneOf"
         *         ],
         *         "needsVariables": [
         *           "needsVariable"
         *         ],
         *         "priority": 1,
         *         "tactics": [
         *           "credential-access",
         *           "impact"
         *         ]
         *       },
         *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "id": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *       "labels": [
         *         "cloud"
         *       ],
         *       "name": "Contain a compromised cloud identity",
         *       "priority": 1,
         *       "severity": 1,
         *       "steps": 1,
         *       "types": [
         *         "mitigation"
         *       ]
         *     }
         */
        PlaybookSummary: {
            description: string;
            fits?: components["schemas"]["Fit"];
            /** @description of the text, by which runs name the version that they run */
            hash: string;
            id: string;
            labels: string[];
            name: string;
            /** Format: int32 */
            priority: number;
            /** Format: int32 */
            severity: number;
            /** Format: int32 */
            steps: number;
            types: string[];
        };
        /** @description Where the switch of one agent, or of all, stands. */
        Position: {
            /** @description who: person:, agent: or service: and a name */
            agent: string;
            /** @description who: person:, agent: or service: and a name */
            by: string;
            engaged: boolean;
            reason: string;
            /**
             * Format: date-time
             * @description when it was last engaged or released
             */
            since: string;
        };
        /**
         * @description In milliseconds, since clocks differ.
         * @example {
         *       "idle": 28800000,
         *       "left": 28740000
         *     }
         */
        PresenceBody: {
            /**
             * Format: int64
             * @description how long nobody may be there
             */
            idle: number;
            /**
             * Format: int64
             * @description until the session ends if nobody is there any more
             */
            left: number;
        };
        /**
         * @example {
         *       "currency": "USD",
         *       "date": "2026-10-01",
         *       "prices": {
         *         "eu-central-1": {
         *           "p3.8xlarge": 15.292
         *         }
         *       },
         *       "source": "aws:123456789012:cloudtrail"
         *     }
         */
        PriceTable: {
            currency: string;
            date: string;
            prices: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            source: string;
        };
        Problem: {
            message: string;
            pointer: string;
        };
        /**
         * @description what went wrong, as RFC 9457 has it
         * @example {
         *       "detail": "the incident has changed since you read it: read it again and decide anew",
         *       "instance": "/api/v1/incidents/inc-4f0c2a7d91be/assign",
         *       "status": 412,
         *       "title": "Changed meanwhile",
         *       "type": "urn:acso:problem:changed-meanwhile"
         *     }
         */
        ProblemDetail: {
            /** @description what is wrong with this request, and the cure */
            detail: string;
            /** @description the path that was asked for */
            instance?: string;
            /** Format: int32 */
            status: number;
            /** @description that word for people */
            title: string;
            /** @description urn:acso:problem: and a word that stays */
            type: string;
        };
        ProposedAction: {
            /** @description what the gate said of it when the plan was made; absent until then */
            decision?: components["schemas"]["Decision"];
            planned: components["schemas"]["PlannedAction"];
            /**
             * @description proposed; waiting for an answer; or dropped, when its execution ended without it
             * @enum {string}
             */
            state: "PROPOSED" | "WAITING" | "DONE" | "FAILED" | "UNCERTAIN" | "UNDOING" | "UNDONE" | "REPEATED" | "DROPPED";
        };
        QuarantinedBody: {
            excerpt: string;
            id: string;
            origin: string;
            reason: string;
            /** Format: int64 */
            size: number;
            /** Format: date-time */
            time: string;
        };
        /**
         * @description A query.
         * @example {
         *       "rows": 1000,
         *       "sql": "SELECT operation, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC"
         *     }
         */
        QueryWish: {
            /**
             * Format: int32
             * @description at the most; 1,000 when not given
             */
            rows?: number;
            /** @description one SELECT over the table events */
            sql: string;
        };
        /**
         * @example {
         *       "dead": 0,
         *       "lent": 1,
         *       "name": "incident-response",
         *       "oldest": "PT12S",
         *       "ready": 1,
         *       "waiting": 1
         *     }
         */
        QueueBody: {
            /** Format: int64 */
            dead: number;
            /** Format: int64 */
            lent: number;
            name: string;
            /** @description an ISO 8601 duration, such as PT30S */
            oldest: string;
            /** Format: int64 */
            ready: number;
            /** Format: int64 */
            waiting: number;
        };
        /** @description How bad an incident is, and why. */
        Rating: {
            /**
             * Format: int32
             * @description 0 to 100, how sure it is that this is an incident
             */
            confidence: number;
            contributions: components["schemas"]["Contribution"][];
            /** @enum {string} */
            priority: "P1" | "P2" | "P3" | "P4";
            /**
             * Format: int32
             * @description 0 to 100, the sum of the contributions and 100 at the most, from which severity and priority follow
             */
            score: number;
            /** @enum {string} */
            severity: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
        };
        /**
         * @description Why somebody wants something, in their words.
         * @example {
         *       "why": "the key was found in a public repository"
         *     }
         */
        Reason: {
            why?: string;
        };
        /**
         * @example {
         *       "accepted": 120,
         *       "duplicates": 0,
         *       "quarantined": 0,
         *       "rejections": []
         *     }
         */
        ReceiptBody: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            duplicates: number;
            /** Format: int32 */
            quarantined: number;
            rejections: components["schemas"]["Rejection"][];
        };
        /**
         * @example {
         *       "recoveryCodes": [
         *         "7q2f-9kxm",
         *         "b4tn-31cw"
         *       ]
         *     }
         */
        RecoveryBody: {
            recoveryCodes: string[];
        };
        Refused: {
            incident: string;
            why: string;
        };
        Rejection: {
            /** Format: int64 */
            line: number;
            reason: string;
            /** Format: int64 */
            record: number;
        };
        Related: {
            id: string;
            type: string;
        };
        /**
         * @example {
         *       "differences": [
         *         "difference"
         *       ],
         *       "facts": 1,
         *       "same": true
         *     }
         */
        Replayed: {
            differences: string[];
            /** Format: int32 */
            facts: number;
            same: boolean;
        };
        /** @description How far the response to an incident is; written by the supervisor. */
        Response: {
            /** @description the question to a person; null when there was none */
            approvalId?: string;
            /** @description targets that ended executions have dealt with */
            covered: string[];
            /** @description the execution under way or ended; null before */
            executionId?: string;
            incidentId: string;
            /** @description the playbook chosen; null before */
            playbookId?: string;
            /**
             * Format: int32
             * @description counts the assessments: an answer to an older one is out of date
             */
            revision: number;
            /** @enum {string} */
            stage: "INVESTIGATING" | "PLANNING" | "AWAITING_APPROVAL" | "EXECUTING" | "ENDED";
            /** Format: date-time */
            updated: string;
            /** @description what the playbook was given */
            variables: {
                [key: string]: string[];
            };
        };
        /** @description A playbook was chosen, or another instead of it. */
        ResponseChosen: {
            /** Format: date-time */
            at: string;
            executionId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            fact: "ResponseChosen";
            text: string;
        };
        /**
         * @description Rows in column order; `truncated` when there were more.
         * @example {
         *       "columns": [
         *         "operation",
         *         "n"
         *       ],
         *       "milliseconds": 42,
         *       "rows": [
         *         [
         *           "RunInstances",
         *           12
         *         ],
         *         [
         *           "ListUsers",
         *           4
         *         ]
         *       ],
         *       "truncated": false
         *     }
         */
        ResultBody: {
            columns: string[];
            /** Format: int64 */
            milliseconds: number;
            rows: unknown[][];
            truncated: boolean;
        };
        /**
         * @example {
         *       "details": {
         *         "author": "author",
         *         "description": "What it is for",
         *         "details": {
         *           "custom": {
         *             "eu-central-1": "amount"
         *           },
         *           "related": [
         *             {
         *               "id": "id-1a2b3c4d5e6f",
         *               "type": "incident"
         *             }
         *           ],
         *           "scope": [
         *             "aws:123456789012"
         *           ],
         *           "taxonomy": "taxonomy"
         *         },
         *         "falsePositives": [
         *           "falsePositive"
         *         ],
         *         "fields": [
         *           "eventName"
         *         ],
         *         "id": "id-1a2b3c4d5e6f",
         *         "level": "HIGH",
         *         "logSource": {},
         *         "path": "rules/aws/access_key_from_new_country.yml",
         *         "references": [
         *           "reference"
         *         ],
         *         "status": "TEST",
         *         "tactics": [
         *           "credential-access",
         *           "impact"
         *         ],
         *         "tags": [
         *           "tag"
         *         ],
         *         "techniques": [
         *           "T1552",
         *           "T1496"
         *         ],
         *         "title": "An access key was used from a new country to start machines"
         *       },
         *       "rule": {
         *         "id": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *         "level": "HIGH",
         *         "path": "rules/aws/access_key_from_new_country.yml",
         *         "status": "TEST",
         *         "tactics": [
         *           "credential-access",
         *           "impact"
         *         ],
         *         "techniques": [
         *           "T1552",
         *           "T1496"
         *         ],
         *         "title": "An access key was used from a new country to start machines"
         *       },
         *       "yaml": "title: Listing users\nlogsource:\n  product: aws\n  service: cloudtrail\ndetection:\n  selection:\n    eventName: ListUsers\n  condition: selection\nlevel: low\n"
         *     }
         */
        RuleBody: {
            details: components["schemas"]["SigmaRule"];
            rule: components["schemas"]["RuleSummary"];
            /** @description the file that it is from, which may hold others too */
            yaml: string;
        };
        RuleDetails: {
            custom: {
                [key: string]: string;
            };
            date?: string;
            license?: string;
            modified?: string;
            name?: string;
            related: components["schemas"]["Related"][];
            scope: string[];
            taxonomy: string;
        };
        RuleFailure: {
            error: string;
            file: string;
            /** Format: int32 */
            line: number;
        };
        /**
         * @example {
         *       "correlations": 1,
         *       "failures": [
         *         {
         *           "error": "selection 'other' is not there: name one of the selections",
         *           "file": "file",
         *           "line": 1
         *         }
         *       ],
         *       "loaded": [
         *         {
         *           "id": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "level": "HIGH",
         *           "path": "rules/aws/access_key_from_new_country.yml",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "techniques": [
         *             "T1552",
         *             "T1496"
         *           ],
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ]
         *     }
         */
        RulesChecked: {
            /** Format: int32 */
            correlations: number;
            failures: components["schemas"]["RuleFailure"][];
            loaded: components["schemas"]["RuleSummary"][];
        };
        RuleSummary: {
            id: string;
            /** @enum {string} */
            level: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            path: string;
            status?: string;
            tactics: string[];
            techniques: string[];
            title: string;
        };
        /**
         * @example {
         *       "yaml": "title: Listing users\nlogsource:\n  product: aws\n  service: cloudtrail\ndetection:\n  selection:\n    eventName: ListUsers\n  condition: selection\nlevel: low\n"
         *     }
         */
        RuleText: {
            yaml: string;
        };
        /**
         * @description A playbook to run.
         * @example {
         *       "dryRun": true,
         *       "playbook": {
         *         "id": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "spec_version": "cacao-2.0",
         *         "type": "playbook"
         *       },
         *       "variables": {
         *         "eu-central-1": {}
         *       }
         *     }
         */
        Run: {
            /** @description only plan it: every action's exact calls and blast radius, and what the gate says */
            dryRun: boolean;
            /** @description the CACAO document */
            playbook: {
                [key: string]: unknown;
            };
            /** @description values of its external variables, by bare name */
            variables?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description What is said, as plain text.
         * @example {
         *       "text": "Called the owner: the key is not theirs to use from there."
         *     }
         */
        Said: {
            text: string;
        };
        /**
         * @description Tables with their columns, and the functions of values that can be used, in order of their names.
         * @example {
         *       "functions": [
         *         "count",
         *         "lower"
         *       ],
         *       "tables": [
         *         {
         *           "columns": [
         *             {
         *               "name": "event_id",
         *               "type": "VARCHAR"
         *             },
         *             {
         *               "name": "time",
         *               "type": "TIMESTAMP"
         *             }
         *           ],
         *           "name": "events"
         *         }
         *       ]
         *     }
         */
        Schema: {
            functions: string[];
            tables: components["schemas"]["Table"][];
        };
        Seen: {
            /**
             * Format: int32
             * @description 0 to 100 at that time, when the feed gives one
             */
            confidence?: number;
            id: string;
            labels: string[];
            source: string;
            /** @enum {string} */
            type: "IPV4_ADDRESS" | "IPV6_ADDRESS" | "IPV4_NETWORK" | "IPV6_NETWORK" | "DOMAIN" | "HOSTNAME" | "MD5" | "SHA1" | "SHA256" | "SHA512" | "IMPHASH" | "URL" | "URL_PREFIX" | "EMAIL";
            /** Format: date-time */
            validFrom?: string;
            /** Format: date-time */
            validUntil?: string;
            value: string;
        };
        /**
         * @description It is in the queue; `location` says what becomes of it.
         * @example {
         *       "delivery": "whd-0019ab35c1d2e3f-4a5b6c7d8e9f",
         *       "location": "/api/v1/webhooks/whk-5d0f1a2b3c4d/deliveries/whd-0019ab35c1d2e3f-4a5b6c7d8e9f"
         *     }
         */
        Sent: {
            delivery: string;
            location: string;
        };
        /** @description `current`: it is the one that asks. */
        SessionBody: {
            address: string;
            /** @enum {string} */
            assurance: "TOKEN" | "PASSWORD" | "SECOND_FACTOR" | "PHISHING_RESISTANT";
            browser: string;
            current: boolean;
            id: string;
            person: string;
            /** Format: date-time */
            seen: string;
            /** Format: date-time */
            started: string;
            /** Format: date-time */
            until: string;
        };
        /** @description One level that somebody set. */
        Setting: {
            /** @description who: person:, agent: or service: and a name */
            agent: string;
            /** @description who: person:, agent: or service: and a name */
            by: string;
            kind: string;
            /** @enum {string} */
            level: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            reason: string;
            /** Format: date-time */
            since: string;
        };
        /**
         * @description What a person found out; `why` says how.
         * @example {
         *       "happened": true,
         *       "why": "the key was found in a public repository"
         *     }
         */
        Settlement: {
            happened: boolean;
            why?: string;
        };
        /**
         * @description `username` and `displayName`: of the first person; who is invited has them already.
         * @example {
         *       "displayName": "Alice Archer",
         *       "password": "correct horse battery staple",
         *       "token": "2Qm0tY4hW8",
         *       "username": "alice"
         *     }
         */
        SetupWish: {
            displayName?: string;
            password: string;
            token: string;
            username?: string;
        };
        SigmaRule: {
            author?: string;
            description?: string;
            details: components["schemas"]["RuleDetails"];
            falsePositives: string[];
            fields: string[];
            id: string;
            /** @enum {string} */
            level: "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            logSource: components["schemas"]["LogSource"];
            path: string;
            references: string[];
            status?: string;
            tactics: string[];
            tags: string[];
            techniques: string[];
            title: string;
        };
        /**
         * @example {
         *       "password": "correct horse battery staple",
         *       "username": "bob"
         *     }
         */
        SignInWish: {
            password: string;
            username: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "expires": "2027-02-18T09:14:02Z",
         *           "id": "key-3f9a1c5d7e20",
         *           "name": "ticket-sync",
         *           "owner": "person:alice",
         *           "roles": [
         *             "viewer"
         *           ],
         *           "scopes": [
         *             "incident.read"
         *           ]
         *         }
         *       ]
         *     }
         */
        SliceApiKeyBody: {
            items: components["schemas"]["ApiKeyBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "actions": 1,
         *           "expires": "2026-11-20T13:14:02Z",
         *           "id": "apr-5c1d2e3f4a5b",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "status": "PENDING",
         *           "subject": "inc-4f0c2a7d91be",
         *           "why": "the key was found in a public repository"
         *         }
         *       ]
         *     }
         */
        SliceApprovalSummary: {
            items: components["schemas"]["ApprovalSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "criticality": "HIGH",
         *           "exposed": true,
         *           "id": "i-0abc1234",
         *           "owner": "team-payments",
         *           "scope": "aws:123456789012",
         *           "type": "aws:ec2:instance"
         *         }
         *       ]
         *     }
         */
        SliceAsset: {
            items: components["schemas"]["Asset"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "correlationId": "inc-4f0c2a7d91be",
         *           "facts": {
         *             "command": "close-incident"
         *           },
         *           "index": 1041,
         *           "kind": "CommandAccepted",
         *           "subject": "inc-4f0c2a7d91be",
         *           "time": "2026-11-20T09:14:02Z",
         *           "who": "person:alice"
         *         }
         *       ],
         *       "next": "1041"
         *     }
         */
        SliceAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "id": "cli-9d8c7b6a5f40",
         *           "kind": "service",
         *           "name": "ticket-sync",
         *           "owner": "person:alice",
         *           "redirects": [],
         *           "roles": [
         *             "viewer"
         *           ],
         *           "scopes": [
         *             "incident.read"
         *           ]
         *         }
         *       ]
         *     }
         */
        SliceClientBody: {
            items: components["schemas"]["ClientBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "at": "2026-11-20T09:14:02Z",
         *           "by": "person:alice",
         *           "id": "cmt-6e5d4c3b2a10",
         *           "incidentId": "inc-4f0c2a7d91be",
         *           "text": "Called the owner: the key is not theirs to use from there."
         *         }
         *       ]
         *     }
         */
        SliceComment: {
            items: components["schemas"]["Comment"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "incidentId": "inc-4f0c2a7d91be",
         *           "lines": [
         *             {
         *               "perHour": {
         *                 "amount": 24.48,
         *                 "currency": "USD"
         *               },
         *               "region": "eu-central-1",
         *               "resource": "eu-central-1/i-0abc1234",
         *               "soFar": {
         *                 "amount": 24.48,
         *                 "currency": "USD"
         *               },
         *               "started": "2026-11-20T09:14:02Z",
         *               "type": "incident"
         *             }
         *           ],
         *           "perHour": {
         *             "amount": 24.48,
         *             "currency": "USD"
         *           },
         *           "soFar": {
         *             "amount": 24.48,
         *             "currency": "USD"
         *           },
         *           "source": "aws:123456789012:cloudtrail",
         *           "unpriced": [],
         *           "until": "2026-11-20T09:14:02Z"
         *         }
         *       ]
         *     }
         */
        SliceCostAssessment: {
            items: components["schemas"]["CostAssessment"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "attempts": 1,
         *           "body": {},
         *           "cause": "failed 8 times: the account does not answer",
         *           "correlationId": "inc-4f0c2a7d91be",
         *           "id": "id-1a2b3c4d5e6f",
         *           "sent": "2026-11-20T09:14:02Z",
         *           "since": "2026-11-20T09:14:02Z",
         *           "type": "incident"
         *         }
         *       ]
         *     }
         */
        SliceDeadLetterBody: {
            items: components["schemas"]["DeadLetterBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "attempts": [
         *             {
         *               "at": "2026-11-20T09:14:02Z",
         *               "detail": "connection refused",
         *               "status": 0
         *             },
         *             {
         *               "at": "2026-11-20T09:14:07Z",
         *               "detail": "",
         *               "status": 204
         *             }
         *           ],
         *           "body": "{\"type\":\"IncidentOpened\",\"timestamp\":\"2026-11-20T09:14:02Z\",\"data\":{\"noun\":\"incident\",\"subject\":\"inc-4f0c2a7d91be\",\"correlationId\":\"inc-4f0c2a7d91be\"}}",
         *           "created": "2026-11-20T09:14:02Z",
         *           "id": "whd-0019ab35c1d2e3f-4a5b6c7d8e9f",
         *           "kind": "IncidentOpened",
         *           "status": "DELIVERED",
         *           "subject": "inc-4f0c2a7d91be",
         *           "webhookId": "whk-5d0f1a2b3c4d"
         *         }
         *       ]
         *     }
         */
        SliceDelivery: {
            items: components["schemas"]["Delivery"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id-1a2b3c4d5e6f",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "attempt": 1,
         *           "calls": [
         *             "ec2:StopInstances i-0abc1234 in eu-central-1"
         *           ],
         *           "details": {
         *             "eu-central-1": "amount"
         *           },
         *           "execution": "execution",
         *           "id": "id-1a2b3c4d5e6f",
         *           "intended": "2026-11-20T09:14:02Z",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "policySet": "policySet",
         *           "state": "DONE",
         *           "step": "action--7c1e",
         *           "subject": "inc-4f0c2a7d91be"
         *         }
         *       ]
         *     }
         */
        SliceEffectBody: {
            items: components["schemas"]["EffectBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "entry": {},
         *           "index": 1
         *         }
         *       ]
         *     }
         */
        SliceEntryBody: {
            items: components["schemas"]["EntryBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "actors": [
         *             "access_key|aws:123456789012|AKIAIOSFODNN7EXAMPLE"
         *           ],
         *           "arrived": "2026-11-20T09:14:02Z",
         *           "classUid": 6003,
         *           "entities": [
         *             "access_key|aws:123456789012|AKIAIOSFODNN7EXAMPLE"
         *           ],
         *           "format": "cloudtrail",
         *           "id": "evt-0a1b2c3d4e5f",
         *           "operation": "RunInstances",
         *           "severityId": 1,
         *           "source": "aws:123456789012:cloudtrail",
         *           "time": "2026-11-20T09:14:02Z"
         *         }
         *       ]
         *     }
         */
        SliceEventSummary: {
            items: components["schemas"]["EventSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "id": "exe-77d0a1b2c3d4",
         *           "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *           "playbookName": "Contain a compromised cloud identity",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "status": "COMPLETED",
         *           "subject": "inc-4f0c2a7d91be"
         *         }
         *       ]
         *     }
         */
        SliceExecutionSummary: {
            items: components["schemas"]["ExecutionSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "entities": [
         *             {
         *               "role": "ACTOR",
         *               "scope": "aws:123456789012",
         *               "type": "PRINCIPAL",
         *               "value": "AKIAIOSFODNN7EXAMPLE"
         *             }
         *           ],
         *           "events": [
         *             "evt-0a1b2c3d4e5f"
         *           ],
         *           "id": "fnd-81c09d2e44aa",
         *           "matched": [
         *             {
         *               "field": "eventName",
         *               "value": "AKIAIOSFODNN7EXAMPLE"
         *             }
         *           ],
         *           "ocsf": {
         *             "class_uid": 6003
         *           },
         *           "ruleId": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "severity": "HIGH",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "techniques": [
         *             "T1552",
         *             "T1496"
         *           ],
         *           "time": "2026-11-20T09:14:02Z",
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ]
         *     }
         */
        SliceFindingBody: {
            items: components["schemas"]["FindingBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "id": "fnd-81c09d2e44aa",
         *           "ruleId": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "severity": "HIGH",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "time": "2026-11-20T09:14:02Z",
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ]
         *     }
         */
        SliceFindingSummary: {
            items: components["schemas"]["FindingSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "about": "arn:aws:iam::123456789012:user/build",
         *           "findings": 4,
         *           "id": "inc-4f0c2a7d91be",
         *           "kind": "SECURITY",
         *           "opened": "2026-11-20T09:14:02Z",
         *           "priority": "P2",
         *           "severity": "HIGH",
         *           "status": "IN_PROGRESS",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "title": "An access key was used from a new country to start machines",
         *           "updated": "2026-11-20T09:14:02Z"
         *         }
         *       ]
         *     }
         */
        SliceIncidentSummary: {
            items: components["schemas"]["IncidentSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "disabled": false,
         *           "displayName": "Bob Brown",
         *           "roles": [
         *             "analyst",
         *             "approver"
         *           ],
         *           "username": "bob"
         *         }
         *       ]
         *     }
         */
        SlicePersonBody: {
            items: components["schemas"]["PersonBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "excerpt": "{\"what\":",
         *           "id": "id-1a2b3c4d5e6f",
         *           "origin": "acso.local",
         *           "reason": "no format recognises it",
         *           "size": 4711,
         *           "time": "2026-11-20T09:14:02Z"
         *         }
         *       ]
         *     }
         */
        SliceQuarantinedBody: {
            items: components["schemas"]["QuarantinedBody"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "id": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "level": "HIGH",
         *           "path": "rules/aws/access_key_from_new_country.yml",
         *           "tactics": [
         *             "credential-access",
         *             "impact"
         *           ],
         *           "techniques": [
         *             "T1552",
         *             "T1496"
         *           ],
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ]
         *     }
         */
        SliceRuleSummary: {
            items: components["schemas"]["RuleSummary"][];
            next?: string;
        };
        /**
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "id": "tkt-f5846fa54c315d9c2d96fcaf",
         *           "incidentId": "inc-4f0c2a7d91be",
         *           "opened": "2026-11-20T09:14:02Z",
         *           "priority": "P1",
         *           "status": "OPEN",
         *           "title": "AWS CloudTrail Stopped or Deleted"
         *         }
         *       ]
         *     }
         */
        SliceTicket: {
            items: components["schemas"]["Ticket"][];
            next?: string;
        };
        /** @description One link of the escalation chain. Those before it may still answer. */
        Stage: {
            /** @description since the question was asked */
            after: string;
            /** @description as `policies/approvers.yml` names it */
            group: string;
        };
        /**
         * @description `methods`: how people prove who they are here, beside the `issuer` if there is one.
         * @example {
         *       "issuer": {
         *         "href": "/oauth2/authorization/issuer",
         *         "name": "login.example"
         *       },
         *       "methods": [
         *         "password",
         *         "passkey"
         *       ],
         *       "setupNeeded": false
         *     }
         */
        StateBody: {
            issuer?: components["schemas"]["IssuerBody"];
            methods: string[];
            setupNeeded: boolean;
        };
        /**
         * @example {
         *       "clearTextRefused": [
         *         "clearTextRefused"
         *       ],
         *       "data": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "id": "id-1a2b3c4d5e6f"
         *         }
         *       ],
         *       "master": "master",
         *       "name": "Contain a compromised cloud identity",
         *       "reencryption": {
         *         "begun": "2026-11-20T09:14:02Z",
         *         "ended": "2026-11-20T09:20:41Z",
         *         "pass": {
         *           "complete": true,
         *           "renewed": 1,
         *           "seen": 1,
         *           "unreadable": 1
         *         },
         *         "state": "done"
         *       }
         *     }
         */
        Status: {
            clearTextRefused: string[];
            data: components["schemas"]["KeyInfo"][];
            master: string;
            name: string;
            reencryption: components["schemas"]["Background"];
        };
        /**
         * @description `detectionCaughtUp`: every event that was acknowledged by now has been looked at.
         * @example {
         *       "agents": [
         *         {
         *           "failed": 0,
         *           "inHand": 1,
         *           "killed": false,
         *           "name": "threat-hunter",
         *           "performed": 1,
         *           "seen": "2026-11-20T09:14:02Z",
         *           "silent": false,
         *           "waiting": 1,
         *           "work": [
         *             {
         *               "correlationId": "inc-4f0c2a7d91be",
         *               "kind": "hunt",
         *               "since": "2026-11-20T09:14:02Z",
         *               "task": "tsk-2b1c3d4e5f60"
         *             }
         *           ]
         *         }
         *       ],
         *       "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "detectionCaughtUp": true,
         *       "health": "UP",
         *       "queues": [
         *         {
         *           "dead": 0,
         *           "lent": 1,
         *           "name": "incident-response",
         *           "oldest": "PT12S",
         *           "ready": 1,
         *           "waiting": 1
         *         }
         *       ],
         *       "started": "2026-11-20T09:14:02Z",
         *       "version": "0.1.0"
         *     }
         */
        StatusBody: {
            agents: components["schemas"]["AgentBody"][];
            content: string;
            detectionCaughtUp: boolean;
            health: string;
            queues: components["schemas"]["QueueBody"][];
            /** Format: date-time */
            started: string;
            version: string;
        };
        /**
         * @example {
         *       "status": "IN_PROGRESS",
         *       "why": "the key was found in a public repository"
         *     }
         */
        StatusWish: {
            /** @enum {string} */
            status: "NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED";
            why?: string;
        };
        /**
         * @description How a manual step went: done, or not and why.
         * @example {
         *       "accepted": true,
         *       "text": "Called the owner: the key is not theirs to use from there."
         *     }
         */
        StepAnswer: {
            accepted: boolean;
            text?: string;
        };
        StepBody: {
            /** Format: int32 */
            attempt: number;
            id: string;
            /** @enum {string} */
            status: "PENDING" | "RUNNING" | "WAITING_FOR_PERSON" | "PAST" | "DONE" | "SKIPPED" | "FAILED" | "UNCERTAIN";
            why?: string;
        };
        /**
         * @example {
         *       "id": "id-1a2b3c4d5e6f",
         *       "lines": [
         *         "the instance i-0abc1234 was stopped"
         *       ]
         *     }
         */
        StoryBody: {
            id: string;
            lines: string[];
        };
        /**
         * @example {
         *       "agent": "incident-response",
         *       "killed": false
         *     }
         */
        SwitchBody: {
            agent: string;
            killed: boolean;
        };
        Table: {
            columns: components["schemas"]["Column"][];
            name: string;
        };
        /** @description What an action is done to. */
        Target: {
            /** @description within the scope: `eu-north-1/i-0abc…` for an instance, an ARN for a principal, a key id */
            id: string;
            /** @description the account or network: `aws:123456789012` */
            scope: string;
            /** @description as the inventory names it: `aws:ec2:instance`, `aws:iam:user`, `aws:iam:access-key` */
            type: string;
        };
        /** @description A service ticket in our own records; written by Service Orchestration. */
        Ticket: {
            /** Format: date-time */
            closed?: string;
            id: string;
            incidentId: string;
            /** Format: date-time */
            opened: string;
            priority: string;
            resolution?: string;
            /** @enum {string} */
            status: "OPEN" | "CLOSED";
            title: string;
        };
        /**
         * @example {
         *       "token": "2Qm0tY4hW8"
         *     }
         */
        Token: {
            token: string;
        };
        /**
         * @example {
         *       "events": 1,
         *       "failures": [
         *         "failure"
         *       ],
         *       "found": [
         *         {
         *           "event": 1,
         *           "level": "HIGH",
         *           "matched": [
         *             {
         *               "field": "eventName",
         *               "value": "AKIAIOSFODNN7EXAMPLE"
         *             }
         *           ],
         *           "ruleId": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *           "title": "An access key was used from a new country to start machines"
         *         }
         *       ],
         *       "unreadable": [
         *         1
         *       ]
         *     }
         */
        TrialResult: {
            /** Format: int32 */
            events: number;
            /** @description rules that cannot be used, with their line */
            failures: string[];
            /** @description each match */
            found: components["schemas"]["Found"][];
            /** @description places of records that no format reads, counted from 0 */
            unreadable: number[];
        };
        /**
         * @example {
         *       "events": [
         *         {
         *           "eventName": "ListUsers",
         *           "eventSource": "iam.amazonaws.com"
         *         }
         *       ],
         *       "rule": "5f8a3b1e-2c4d-4e6f-8a9b-0c1d2e3f4a5b",
         *       "yaml": "title: Listing users\nlogsource:\n  product: aws\n  service: cloudtrail\ndetection:\n  selection:\n    eventName: ListUsers\n  condition: selection\nlevel: low\n"
         *     }
         */
        TrialWish: {
            /** @description raw records, as a source sends them */
            events: {
                [key: string]: unknown;
            }[];
            /** @description instead of these, the id of a rule in use */
            rule?: string;
            /** @description Sigma rules to try */
            yaml?: string;
        };
        /** @description How far the taking back of an effect is. */
        UndoBody: {
            /** @description the question that is asked about it; absent when nobody needs to answer */
            approval?: string;
            /** Format: date-time */
            asked?: string;
            /** @description who wants it, or the agent that took it back because its execution failed */
            by: string;
            /** @description what came of it, in words; absent while it is under way */
            detail?: string;
            /** @description the effect that took it back, or tried to */
            effect?: string;
            /**
             * Format: date-time
             * @description when nothing more came of it
             */
            ended?: string;
            policies: string[];
            /** @enum {string} */
            stage: "PREPARING" | "AWAITING_APPROVAL" | "CARRYING_OUT" | "UNDONE" | "REFUSED" | "FAILED" | "UNCERTAIN";
            why: string;
        };
        /**
         * @example {
         *       "decision": {
         *         "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *         "explanation": "needs approval: what a person has approved may be undone",
         *         "need": {
         *           "assurance": "SECOND_FACTOR",
         *           "people": 1
         *         },
         *         "policies": [
         *           "undo-approved"
         *         ],
         *         "verdict": "NEEDS_APPROVAL"
         *       },
         *       "planned": {
         *         "blastRadius": {
         *           "basis": "1 of 40 instances",
         *           "count": 1,
         *           "fleet": 40
         *         },
         *         "dryRun": {
         *           "action": {
         *             "arguments": {},
         *             "kind": "aws.ec2.start-instance",
         *             "target": {
         *               "id": "i-0abc1234",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "calls": [
         *             "ec2:StartInstances i-0abc1234 in eu-central-1"
         *           ],
         *           "inverse": {
         *             "arguments": {},
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "i-0abc1234",
         *               "scope": "aws:123456789012",
         *               "type": "aws:ec2:instance"
         *             }
         *           },
         *           "summary": "starts the instance",
         *           "touches": 1
         *         },
         *         "stepId": "undo:action--7c1e"
         *       }
         *     }
         */
        UndoPlanBody: {
            /** @description of the gate, as it would decide now */
            decision: components["schemas"]["Decision"];
            /** @description the inverse: its exact calls, how far it reaches, and what would take it back in turn */
            planned: components["schemas"]["PlannedAction"];
        };
        UnplannedStep: {
            kind: string;
            lacks: string[];
            name: string;
            stepId: string;
            why: string;
        };
        Variable: {
            constant: boolean;
            description: string;
            external: boolean;
            name: string;
            type: string;
            /** @description any JSON */
            value: unknown;
        };
        /**
         * @example {
         *       "content": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "same": true,
         *       "why": "the key was found in a public repository"
         *     }
         */
        Verification: {
            /** @description a SHA-256 in hexadecimal */
            content: string;
            same: boolean;
            /** @description it is not what was preserved; absent when it is */
            why?: string;
        };
        /**
         * @description `size` and `root` when verified, `reason` when not; `entry` is the first bad one.
         * @example {
         *       "at": "2026-11-20T09:14:02Z",
         *       "publicKey": "MCowBQYDK2VwAyEA",
         *       "root": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 1042,
         *       "took": "PT0.41S",
         *       "verified": true
         *     }
         */
        VerificationBody: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            entry?: number;
            publicKey?: string;
            reason?: string;
            /** @description a SHA-256 in hexadecimal */
            root?: string;
            /** Format: int64 */
            size?: number;
            /** @description an ISO 8601 duration, such as PT30S */
            took: string;
            verified: boolean;
        };
        /** @description One answer to an `Approval`. */
        Vote: {
            approve: boolean;
            /**
             * @description how strongly whoever answered proved who they are
             * @enum {string}
             */
            assurance: "TOKEN" | "PASSWORD" | "SECOND_FACTOR" | "PHISHING_RESISTANT";
            /** Format: date-time */
            at: string;
            /** @description who answered */
            by: string;
            /** @description whose right to answer it is, when it was delegated; null when it is their own */
            onBehalfOf?: string;
            remark?: string;
        };
        /**
         * @example {
         *       "by": "person:alice",
         *       "created": "2026-11-20T09:14:02Z",
         *       "description": "opens a ticket for each incident",
         *       "id": "whk-5d0f1a2b3c4d",
         *       "kinds": [
         *         "IncidentOpened"
         *       ],
         *       "url": "https://hooks.example/acso"
         *     }
         */
        WebhookBody: {
            /** @description who: person:, agent: or service: and a name */
            by: string;
            /** Format: date-time */
            created: string;
            description: string;
            id: string;
            kinds: string[];
            /** @description why nothing is sent now; absent when it is */
            paused?: string;
            /** Format: uri */
            url: string;
        };
        /**
         * @description All that can be changed of a webhook; what is left out is as if new.
         * @example {
         *       "description": "opens a ticket for each incident",
         *       "kinds": [
         *         "IncidentOpened"
         *       ],
         *       "paused": true,
         *       "url": "https://hooks.example/acso"
         *     }
         */
        WebhookWish: {
            description?: string;
            kinds?: string[];
            paused?: boolean;
            url: string;
        };
        Work: {
            correlationId: string;
            kind: string;
            /** Format: date-time */
            since: string;
            task: string;
        };
    };
    responses: {
        /** @description what went wrong, and the cure */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description what was asked is not well-formed, or not possible as such */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description nobody is signed in, or what they signed in with holds no more */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description the policies do not let the caller, or ask for a fresh proof first */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description there is no such thing */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description it is not in a state for that, or somebody else was faster */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description it has changed since it was read */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description the body is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description the body is of a type that is not taken here */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description the Idempotency-Key was used for another request */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
        /** @description too many requests: again after the seconds in Retry-After */
        Problem429: {
            headers: {
                /** @description seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetail"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getActionKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionKind"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentBody"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postAgentKill: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postAgentLevels: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LevelWish"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelWish"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postAgentRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getAgentsLevels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelsBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getAgentsSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Position"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceApiKeyBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyWish"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getApprovals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: ("PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "SUPERSEDED")[];
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceApprovalSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    /** @description the version that was read, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postApprovalAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answer"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getAssets: {
        parameters: {
            query?: {
                /** @description any of these */
                criticality?: ("LOW" | "MEDIUM" | "HIGH" | "CROWN_JEWEL")[];
                cursor?: string;
                /** @description whether it can be reached from the internet */
                exposed?: boolean;
                limit?: number;
                /** @description text that its id or owner contains, in any case */
                q?: string;
                /** @description the account or network */
                scope?: string;
                /** @description what it is, such as `aws:ec2:instance` */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceAsset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description the id of a subject, or of the incident or request that it belongs to */
                about?: string;
                cursor?: string;
                /** @description the first instant */
                from?: string;
                /** @description what happened, such as `ApprovalAnswered` */
                kind?: string;
                limit?: number;
                /** @description the first instant no more */
                until?: string;
                /** @description the principal, such as `agent:supervisor` or `person:alice` */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceAuditEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getClients: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceClientBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postClients: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientWish"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewClient"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postClientSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewClient"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getCosts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceCostAssessment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getCostsPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceTable"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postDelegations: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lending"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postDelegationRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getEffects: {
        parameters: {
            query?: {
                cursor?: string;
                execution?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceEffectBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postEffectSettle: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getEffectUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoPlanBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postEffectUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description who did it: an entity's key, `type|scope|value`, or its value alone */
                actor?: string;
                /** @description the OCSF class */
                classUid?: number;
                cursor?: string;
                /** @description who or what it is about, written as `actor` is */
                entity?: string;
                /** @description the format it came in */
                format?: string;
                /** @description of this event time or later */
                from?: string;
                limit?: number;
                /** @description what was done, such as `RunInstances` */
                operation?: string;
                /** @description text that the raw record contains, in any case */
                q?: string;
                /** @description where it came from, such as `aws:cloudtrail` */
                source?: string;
                /** @description of an earlier event time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceEventSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description gzip or zstd, when the body is packed so */
                "Content-Encoding"?: string;
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description events: JSON, NDJSON or log lines, told by their content, plain or packed */
        requestBody: {
            content: {
                "application/json": string;
                "application/octet-stream": string;
                "application/x-ndjson": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getExecutions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                playbook?: string;
                status?: ("PLANNED" | "AWAITING_APPROVAL" | "REJECTED" | "EXPIRED" | "SUPERSEDED" | "NOT_PLANNED" | "DRY_RUN" | "RUNNING" | "WAITING" | "PAUSED" | "COMPENSATING" | "COMPLETED" | "FAILED" | "CANCELLED" | "UNCERTAIN")[];
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceExecutionSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Run"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutionCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getExecutionExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutionPause: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getExecutionReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutionResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutionRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postExecutionStepAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepAnswer"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getExecutionStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getFindings: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description of this event time or later */
                from?: string;
                limit?: number;
                /** @description text that its id, title or entities contain, in any case */
                q?: string;
                /** @description the id of the rule that found it */
                rule?: string;
                /** @description any of these */
                severity?: ("INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
                /** @description an ATT&CK tactic, such as `initial-access` */
                tactic?: string;
                /** @description an ATT&CK technique, such as `T1078.004`, or its beginning */
                technique?: string;
                /** @description of an earlier event time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceFindingSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postHook: {
        parameters: {
            query?: never;
            header?: {
                /** @description gzip or zstd, when the body is packed so */
                "Content-Encoding"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        /** @description events: JSON, NDJSON or log lines, told by their content, plain or packed */
        requestBody: {
            content: {
                "application/json": string;
                "application/octet-stream": string;
                "application/x-ndjson": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBody"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidents: {
        parameters: {
            query?: {
                /** @description any of these: `person:alice`, or `none` for what nobody works on */
                assignee?: string[];
                cursor?: string;
                /** @description opened at this time or later */
                from?: string;
                limit?: number;
                /** @description text that its id, title or entities contain, in any case */
                q?: string;
                /** @description any of these */
                severity?: ("INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
                /** @description what by: `opened`, `updated`, `severity`, `priority`, `status`, `title` or `findings`, with `-` before it for the greatest first */
                sort?: string;
                /** @description any of these; all when none is given */
                status?: ("NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED")[];
                /** @description any of these ATT&CK tactics that its findings show, such as `initial-access` */
                tactic?: string[];
                /** @description opened before this time */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceIncidentSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    /** @description the version that was read, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIncidentAssign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentComments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceComment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIncidentComments: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentEvidenceContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentEvidenceVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentFindings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceFindingBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIncidentReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html;charset=UTF-8": string;
                    "text/markdown;charset=UTF-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIncidentStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusWish"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIncidentsBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkTaken"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIndicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorCounts"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIndicatorsLookup: {
        parameters: {
            query: {
                at?: string;
                value: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postKeyRetire: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postKeysMasterRotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Master"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postKeysReencrypt: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Background"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postKeysRotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyInfo"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postLakeQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLakeSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schema"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLakeStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLedgerBundle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLedgerCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointBody"];
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLedgerEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceEntryBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getLedgerInclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postLedgerVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlicePersonBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonWish"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    /** @description the version that was read, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    patchPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postPersonInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deletePersonSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPlaybooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybookSummary"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPlaybook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybookBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postPlaybookRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaybookRun"];
            };
        };
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postPlaybooksCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InForceBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postPoliciesTrial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getQuarantine: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceQuarantinedBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postQuarantineReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueBody"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getQueueDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceDeadLetterBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteQueueDeadLetters: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getQueueDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteQueueDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postQueueDeadLetterRedrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postQueueDeadLettersRedrive: {
        parameters: {
            query?: {
                /** @description only those given up before; without it, before now */
                before?: string;
            };
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getRules: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description any of these */
                level?: ("INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
                limit?: number;
                /** @description text that its id, title or description contains, in any case */
                q?: string;
                /** @description an ATT&CK tactic, such as `initial-access` */
                tactic?: string;
                /** @description an ATT&CK technique, such as `T1078.004`, or its beginning */
                technique?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceRuleSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postRulesCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesChecked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postRulesTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialResult"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getSessions: {
        parameters: {
            query?: {
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionBody"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveSetting"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusBody"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getTickets: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description only those that stand so */
                status?: "OPEN" | "CLOSED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookBody"][];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    /** @description the version that was read, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    putWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookWish"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookBody"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
                /** @description the ETag of what was read; 412 when it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceDelivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postWebhookDeliveryReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postWebhookPing: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the supervisor has it */
            202: {
                headers: {
                    /** @description where to look */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key brings the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIdentityFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsBody"];
                };
            };
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteIdentityPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIdentityPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceBody"];
                };
            };
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceBody"];
                };
            };
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentitySetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentitySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentitySignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    getIdentityState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateBody"];
                };
            };
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    deleteIdentityTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryBody"];
                };
            };
            400: components["responses"]["Problem400"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    postIdentityTotpEnrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
}
