// made by 'npm run client' of openapi.json, sha256 800e36c480a1d855b443deaaf402945f40f70c58573952e49e533b2362adefcd
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                    /** @description `person:alice`, or `none` for what nobody works on */
                    assignee?: string;
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
                    /** @description an ATT&CK tactic that its findings show, such as `initial-access` */
                    tactic?: string;
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Status"];
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Status"];
                    };
                };
                /** @description what went wrong, and the cure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
                        "application/problem+json": components["schemas"]["Problem"];
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
        /** @description The supervisor has it; where to look for what comes of it. */
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
        /** @description A person's answer; `planHash` says to which plan. */
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
        /** @description To whom; nobody when absent. */
        Assignment: {
            /** @description who: person:, agent: or service: and a name */
            to?: string;
        };
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
        /** @description What to do with many incidents: `assign` them, move them to a `status`, or both. */
        Bulk: {
            assign?: components["schemas"]["Assignment"];
            incidents: string[];
            /** @enum {string} */
            status?: "NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED";
            why?: string;
        };
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
        Checked: {
            problems: components["schemas"]["Problem"][];
            refusals: components["schemas"]["Problem"][];
            valid: boolean;
        };
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
        /** @description What a person says of an incident to the others who work on it, as plain text; written by the API for them. */
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
        /** @description A person's right to answer approvals, lent to another. Only their own right: what somebody else lent them stays there. */
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
        /** @description A preserved object. */
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
        InclusionBody: {
            checkpoint: components["schemas"]["CheckpointBody"];
            hashes: string[];
            /** Format: int64 */
            index: number;
        };
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
        /** @description `refused` says why the newest files are not in force; absent when they are. */
        InForceBody: {
            history: components["schemas"]["InForce"][];
            inForce: string;
            kinds: string[];
            policies: string[];
            refused?: string;
        };
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
        /** @description To whom, until when, and why. */
        Lending: {
            /** @description who: person:, agent: or service: and a name */
            to: string;
            /** Format: date-time */
            until: string;
            why?: string;
        };
        LevelsBody: {
            kinds: {
                [key: string]: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            };
            /** @enum {string} */
            otherwise: "OBSERVE" | "RECOMMEND" | "APPROVE" | "ACT";
            settings: components["schemas"]["Setting"][];
        };
        /** @description The level of one kind of action from now on. */
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
        LookedUp: {
            /**
             * Format: date-time
             * @description the time for which it was asked
             */
            at: string;
            matches: components["schemas"]["Seen"][];
            value: string;
        };
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
        /** @description The messages that left the dead letters, of those given up before then. */
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
        /** @description What came of it. */
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
        PlaybookBody: {
            document: Record<string, never>;
            playbook: components["schemas"]["PlaybookSummary"];
            /** @description why it cannot run here although it is valid, each with its place and the cure */
            refusals: components["schemas"]["Problem"][];
            variables: {
                [key: string]: components["schemas"]["Variable"];
            };
        };
        PlaybookRun: {
            /** @description only plan it; nothing outside is touched */
            dryRun: boolean;
            /** @description values of its external variables, by bare name */
            variables?: {
                [key: string]: unknown;
            };
        };
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
        /** @description what went wrong, as RFC 9457 has it */
        Problem: {
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
        /** @description A query. */
        QueryWish: {
            /**
             * Format: int32
             * @description at the most; 1,000 when not given
             */
            rows?: number;
            /** @description one SELECT over the table events */
            sql: string;
        };
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
        /** @description Why somebody wants something, in their words. */
        Reason: {
            why?: string;
        };
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
        /** @description Rows in column order; `truncated` when there were more. */
        ResultBody: {
            columns: string[];
            /** Format: int64 */
            milliseconds: number;
            rows: unknown[][];
            truncated: boolean;
        };
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
        RuleText: {
            yaml: string;
        };
        /** @description A playbook to run. */
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
        /** @description What is said, as plain text. */
        Said: {
            text: string;
        };
        /** @description Tables with their columns, and the functions of values that can be used, in order of their names. */
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
        /** @description What a person found out; `why` says how. */
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
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceApprovalSummary: {
            items: components["schemas"]["ApprovalSummary"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceAsset: {
            items: components["schemas"]["Asset"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceComment: {
            items: components["schemas"]["Comment"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceCostAssessment: {
            items: components["schemas"]["CostAssessment"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceDeadLetterBody: {
            items: components["schemas"]["DeadLetterBody"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceEffectBody: {
            items: components["schemas"]["EffectBody"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceEntryBody: {
            items: components["schemas"]["EntryBody"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceEventSummary: {
            items: components["schemas"]["EventSummary"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceExecutionSummary: {
            items: components["schemas"]["ExecutionSummary"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceFindingSummary: {
            items: components["schemas"]["FindingSummary"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceIncidentSummary: {
            items: components["schemas"]["IncidentSummary"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
        SliceQuarantinedBody: {
            items: components["schemas"]["QuarantinedBody"][];
            next?: string;
        };
        /** @description One page, its items in the API's shape; `next` is the cursor of the next page, absent at the end. */
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
        Status: {
            clearTextRefused: string[];
            data: components["schemas"]["KeyInfo"][];
            master: string;
            name: string;
            reencryption: components["schemas"]["Background"];
        };
        /** @description `detectionCaughtUp`: every event that was acknowledged by now has been looked at. */
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
        StatusWish: {
            /** @enum {string} */
            status: "NEW" | "IN_PROGRESS" | "ON_HOLD" | "RESOLVED" | "CLOSED";
            why?: string;
        };
        /** @description How a manual step went: done, or not and why. */
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
        StoryBody: {
            id: string;
            lines: string[];
        };
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
