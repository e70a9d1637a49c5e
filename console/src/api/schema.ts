// made by 'npm run client' of openapi.json, sha256 5fbe7a634b85f4df1aeeb3e7c9de54c71cd6d82707016ff389d9044e9a4edfd1
export interface paths {
    "/api/v1/action-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of action that policies speak of, and how far agents may go with it where nobody has set it. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The agents: when they were heard of, what they have in hand, whether they are stopped. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** From when this answers, the agent starts nothing more. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Holds from when this answers, for plans that were approved before too. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The agent takes up work again. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** How far agents may go: what people set, and what holds where nobody has. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
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
        /** The one asked for last first; `status` shows only those, `subject` only those of an incident or run. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One question whole: the exact plan, who asked, who may answer and who has. */
        get: {
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
                        "application/json": components["schemas"]["ApprovalBody"];
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Checks the answer against the question as it stands; the supervisor decides what follows. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The assets that are known, by scope and id. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
        /** What each incident costs, that of the incident opened last first; without those that nobody has priced. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The prices that assessments go by. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Who lent whom the right to answer. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        /** The caller lends their own right; nobody lends another's. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Takes a lent right back. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Those of one execution, or those that are uncertain and wait for a person. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One effect: the real calls, what came of them, and the policies that let them be. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** A person has looked: it happened, or it did not. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        get?: never;
        put?: never;
        /** The supervisor has the inverse dry-run, decided and, where that is needed, approved by somebody else. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Those that fit, the newest first. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Answers when everything that the receipt counts is durable.
         * @description Answers when everything that the receipt counts is durable. The body is a stream, never held whole.
         */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
                header?: {
                    /** @description gzip or zstd, when the body is packed so */
                    "Content-Encoding"?: string;
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
                        "application/json": components["schemas"]["ReceiptBody"];
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One event whole: as it came and in OCSF. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The one asked for last first; the parameters show only those of a status, an incident or a playbook. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    playbook?: string;
                    status?: string[];
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        /** Runs the playbook of the body, or only plans it; the supervisor has it planned, decided and asked about first. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One run: its plan, what the gate said of each action, its steps and its history. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Ends a run: what is under way ends first, then what it did is taken back as its playbook says. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** All that is kept of it, for an archive. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What is under way goes on to its end; nothing new begins. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Plays the facts anew and compares where they lead with what is kept. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Goes on with what was paused. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Goes on from the steps that failed. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** A person says how a manual step went. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The history in sentences. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Findings, that of the newest event first. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One finding: which fields matched, whom it is about, and the OCSF document. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
        /** Incidents, the one opened last first unless `sort` says otherwise. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One incident and all that belongs to it. */
        get: {
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
                        "application/json": components["schemas"]["IncidentBody"];
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Gives it to a person; without one, to nobody. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Report, evidence and ledger as one archive that anybody can verify. */
        get: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
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
                        "application/zip": string;
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What was said, the first word first. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        /** Says something. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What was preserved: where it came from, its hash, and who handled it. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The object itself, never shown by a browser. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Hashes the object anew: whether it is still what was preserved. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The report on what happened and what was done. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
         * @description Holds, resolves, closes or takes up an incident again. What was planned is dropped when this ends it.
         */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The same for many; those for which it is not possible are named with the reason, the others go on. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** How many indicators there are, of which type, and from which feeds. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What is known of a value: an address, a network, a domain, a hash or a URL. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Which keys there are, and how much is still under each. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Forgets a data key that nothing is under any more. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** A new master key wraps the data keys from when this answers. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Begins; GET /keys tells how far it is. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** A new data key encrypts from when this answers. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Runs one SELECT, within limits of time, rows and memory; it changes nothing and sees nothing but events. */
        post: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Tables, columns and functions, for completion. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** How much there is. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The whole ledger, to be verified anywhere. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The signed note alone, as it is worth keeping elsewhere. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Entries in order; the cursor is an index. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The proof that an entry is in the ledger. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
         * @description What waits for a person, what goes on, and how the platform is. Worked out once for all who ask.
         */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
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
        /** The playbooks there are, by name. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One playbook, with its CACAO document. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Runs a playbook of the content, or only plans it: every action's exact calls, and what the gate says. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Whether a document is a valid CACAO 2.0 playbook, and whether it can run here; keeps nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The policies in force, and those before them. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The files of a set that was in force, by the hash that decisions name. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What would be decided for a described action; changes nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": string;
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Records that could not be read, and why. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Tries a record again with the formats of today; `all` tries them all. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                    name?: string;
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Every queue, and how much waits in it. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One queue. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** What was given up, the oldest first. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes the dead letters that were given up first, 40 at the most. */
        delete: {
            parameters: {
                query?: {
                    before?: string;
                    kind?: "PERSON" | "AGENT" | "SERVICE";
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One message that was given up, and why. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes a dead letter for good. */
        delete: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Puts a dead letter back into its queue. */
        post: {
            parameters: {
                query?: {
                    kind?: "PERSON" | "AGENT" | "SERVICE";
                };
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
         * @description Puts back the dead letters that were given up first, 40 at the most. Whoever wants all of them asks again with the answer's `before` until none is moved; what dies again meanwhile is not put back twice.
         */
        post: {
            parameters: {
                query?: {
                    /** @description only those given up before; without it, before now */
                    before?: string;
                    kind?: "PERSON" | "AGENT" | "SERVICE";
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** The rules in use, by title. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** One rule, with its text. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Compiles rules without using them: what would be loaded, and what is wrong with the rest. */
        post: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Shows events to rules, those of `yaml` or the one in use of that `rule`, and keeps nothing. */
        post: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
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
        /** Version, health, and whether detection has caught up. */
        get: {
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
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetail"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
         *       "location": "/api/v1/executions/exe_77d0a1b2c3d4",
         *       "task": "tsk_2b1c3d4e5f60"
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
         *       "waiting": 1
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
         *         "id": "apr_5c1d2e3f4a5b",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "status": "PENDING",
         *         "subject": "inc_4f0c2a7d91be",
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
         *                   "id": "id_1a2b3c4d5e6f",
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
         *         "executionId": "exe_77d0a1b2c3d4",
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "subject": "inc_4f0c2a7d91be"
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
         *       "state": "state"
         *     }
         */
        Background: {
            /** Format: date-time */
            begun?: string;
            /** Format: date-time */
            ended?: string;
            pass?: components["schemas"]["Pass"];
            state: string;
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
         *         "inc_4f0c2a7d91be",
         *         "inc_90ab12cd34ef"
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
         *         "inc_4f0c2a7d91be"
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
         *       "id": "cmt_6e5d4c3b2a10",
         *       "incidentId": "inc_4f0c2a7d91be",
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
         *       "correlationId": "inc_4f0c2a7d91be",
         *       "group": "on-call",
         *       "id": "id_1a2b3c4d5e6f",
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
            /** @description what an approval takes, when one would permit it */
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
         *       "id": "id_1a2b3c4d5e6f",
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
         *           "id": "id_1a2b3c4d5e6f",
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
         *       "id": "id_1a2b3c4d5e6f",
         *       "intended": "2026-11-20T09:14:02Z",
         *       "inverse": {
         *         "arguments": {
         *           "eu-central-1": "amount"
         *         },
         *         "kind": "aws.ec2.stop-instance",
         *         "target": {
         *           "id": "id_1a2b3c4d5e6f",
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
         *       "subject": "inc_4f0c2a7d91be",
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
            why?: string;
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
         *         "id": "evt_0a1b2c3d4e5f",
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
         *       "id": "id_1a2b3c4d5e6f",
         *       "incidentId": "inc_4f0c2a7d91be",
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
         *               "id": "id_1a2b3c4d5e6f",
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
         *       "decisions": [
         *         {
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id_1a2b3c4d5e6f",
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
         *         "approvalId": "apr_5c1d2e3f4a5b",
         *         "ended": "2026-11-20T09:20:41Z",
         *         "id": "exe_77d0a1b2c3d4",
         *         "parent": {
         *           "attempt": 1,
         *           "executionId": "exe_77d0a1b2c3d4",
         *           "stepId": "action--7c1e"
         *         },
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "playbookName": "Contain a compromised cloud identity",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "requestedBy": "agent:supervisor",
         *         "status": "TEST",
         *         "subject": "inc_4f0c2a7d91be",
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
         *                   "id": "id_1a2b3c4d5e6f",
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
         *         "executionId": "exe_77d0a1b2c3d4",
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "subject": "inc_4f0c2a7d91be"
         *       },
         *       "steps": [
         *         {
         *           "attempt": 1,
         *           "id": "id_1a2b3c4d5e6f",
         *           "status": "TEST"
         *         }
         *       ],
         *       "variables": {}
         *     }
         */
        ExecutionBody: {
            actions: components["schemas"]["ActionResult"][];
            /** @description what the gate said of each when the plan was made, in the plan's order */
            decisions: components["schemas"]["PlanDecision"][];
            execution: components["schemas"]["ExecutionSummary"];
            history: unknown[];
            /** @description what the plan does without */
            leftOut: components["schemas"]["LeftOut"][];
            /** @description every gated action, with its exact calls, blast radius and inverse */
            plan?: components["schemas"]["Plan"];
            /** @description those that were reached */
            steps: components["schemas"]["StepBody"][];
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
            status: string;
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
         *               "id": "id_1a2b3c4d5e6f",
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
         *           "executionId": "exe_77d0a1b2c3d4",
         *           "expires": "2026-11-20T13:14:02Z",
         *           "id": "apr_5c1d2e3f4a5b",
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
         *                       "id": "id_1a2b3c4d5e6f",
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
         *             "executionId": "exe_77d0a1b2c3d4",
         *             "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *             "subject": "inc_4f0c2a7d91be"
         *           },
         *           "planHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "requestedBy": "agent:supervisor",
         *           "stage": 1,
         *           "status": "PENDING",
         *           "subject": "inc_4f0c2a7d91be",
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
         *             "executionId": "exe_77d0a1b2c3d4",
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
         *                     "id": "id_1a2b3c4d5e6f",
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
         *             "subject": "inc_4f0c2a7d91be",
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
         *         "evt_0a1b2c3d4e5f"
         *       ],
         *       "id": "fnd_81c09d2e44aa",
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
         *               "id": "id_1a2b3c4d5e6f",
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
         *         "incidentId": "inc_4f0c2a7d91be",
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
         *           "id": "id_1a2b3c4d5e6f",
         *           "incidentId": "inc_4f0c2a7d91be",
         *           "mediaType": "application/json",
         *           "name": "Contain a compromised cloud identity",
         *           "origin": "acso.local",
         *           "size": 4711
         *         }
         *       ],
         *       "execution": {
         *         "approvalId": "apr_5c1d2e3f4a5b",
         *         "ended": "2026-11-20T09:20:41Z",
         *         "id": "exe_77d0a1b2c3d4",
         *         "parent": {
         *           "attempt": 1,
         *           "executionId": "exe_77d0a1b2c3d4",
         *           "stepId": "action--7c1e"
         *         },
         *         "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *         "playbookName": "Contain a compromised cloud identity",
         *         "requested": "2026-11-20T09:14:02Z",
         *         "requestedBy": "agent:supervisor",
         *         "status": "TEST",
         *         "subject": "inc_4f0c2a7d91be",
         *         "why": "the key was found in a public repository"
         *       },
         *       "findings": [
         *         {
         *           "id": "fnd_81c09d2e44aa",
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
         *         "id": "inc_4f0c2a7d91be",
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
         *       "report": "/api/v1/incidents/inc_4f0c2a7d91be/report",
         *       "resolved": "2026-11-20T09:14:02Z",
         *       "response": {
         *         "approvalId": "apr_5c1d2e3f4a5b",
         *         "covered": [
         *           "covered"
         *         ],
         *         "executionId": "exe_77d0a1b2c3d4",
         *         "incidentId": "inc_4f0c2a7d91be",
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
         *         "id": "id_1a2b3c4d5e6f",
         *         "incidentId": "inc_4f0c2a7d91be",
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
         *       "created": "2026-11-20T09:14:02Z",
         *       "id": "id_1a2b3c4d5e6f",
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
         *           "id": "id_1a2b3c4d5e6f",
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
         *         "msg_1a2b3c4d"
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
         *           "waiting": 1
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
         *             "id": "inc_4f0c2a7d91be",
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
         *             "id": "apr_5c1d2e3f4a5b",
         *             "requested": "2026-11-20T09:14:02Z",
         *             "status": "PENDING",
         *             "subject": "inc_4f0c2a7d91be",
         *             "why": "the key was found in a public repository"
         *           }
         *         ],
         *         "deadLetters": 1,
         *         "onHold": [
         *           {
         *             "findings": 4,
         *             "id": "inc_4f0c2a7d91be",
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
            document: Record<string, never>;
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
         *       "instance": "/api/v1/incidents/inc_4f0c2a7d91be/assign",
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
         *               "id": "id_1a2b3c4d5e6f",
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
         *         "id": "id_1a2b3c4d5e6f",
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
            playbook: Record<string, never>;
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
         * @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end.
         * @example {
         *       "items": [
         *         {
         *           "actions": 1,
         *           "expires": "2026-11-20T13:14:02Z",
         *           "id": "apr_5c1d2e3f4a5b",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "status": "PENDING",
         *           "subject": "inc_4f0c2a7d91be",
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
         *           "at": "2026-11-20T09:14:02Z",
         *           "by": "person:alice",
         *           "id": "cmt_6e5d4c3b2a10",
         *           "incidentId": "inc_4f0c2a7d91be",
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
         *           "incidentId": "inc_4f0c2a7d91be",
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
         *           "correlationId": "inc_4f0c2a7d91be",
         *           "id": "id_1a2b3c4d5e6f",
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
         *           "action": {
         *             "arguments": {
         *               "eu-central-1": "amount"
         *             },
         *             "kind": "aws.ec2.stop-instance",
         *             "target": {
         *               "id": "id_1a2b3c4d5e6f",
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
         *           "id": "id_1a2b3c4d5e6f",
         *           "intended": "2026-11-20T09:14:02Z",
         *           "policies": [
         *             "contain-needs-approval"
         *           ],
         *           "policySet": "policySet",
         *           "state": "DONE",
         *           "step": "action--7c1e",
         *           "subject": "inc_4f0c2a7d91be"
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
         *           "id": "evt_0a1b2c3d4e5f",
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
         *           "id": "exe_77d0a1b2c3d4",
         *           "playbookId": "playbook--0f8b6a52-6c1e-4b0e-9b7e-6d3a5f2c1e10",
         *           "playbookName": "Contain a compromised cloud identity",
         *           "requested": "2026-11-20T09:14:02Z",
         *           "status": "TEST",
         *           "subject": "inc_4f0c2a7d91be"
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
         *           "id": "fnd_81c09d2e44aa",
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
         *           "findings": 4,
         *           "id": "inc_4f0c2a7d91be",
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
         *           "excerpt": "{\"what\":",
         *           "id": "id_1a2b3c4d5e6f",
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
        /** @description One link of the escalation chain. Those before it may still answer. */
        Stage: {
            /** @description since the question was asked */
            after: string;
            /** @description as `policies/approvers.yml` names it */
            group: string;
        };
        /**
         * @example {
         *       "clearTextRefused": [
         *         "clearTextRefused"
         *       ],
         *       "data": [
         *         {
         *           "created": "2026-11-20T09:14:02Z",
         *           "id": "id_1a2b3c4d5e6f"
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
         *         "state": "state"
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
         *           "waiting": 1
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
            status: string;
            why?: string;
        };
        /**
         * @example {
         *       "id": "id_1a2b3c4d5e6f",
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
            events: Record<string, never>[];
            /** @description instead of these, the id of a rule in use */
            rule?: string;
            /** @description Sigma rules to try */
            yaml?: string;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
