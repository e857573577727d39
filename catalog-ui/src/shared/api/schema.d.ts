// Generated from the hub's OpenAPI document by `npm run generate`; never edited.
export interface paths {
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_applications_id_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_audit_entries_index_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries/{index}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_audit_entries_index_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_batches_id_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_batches_id_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_batches_id_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets_code_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets_code_batches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets_code_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets_code_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_datasets_code_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_departments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_grants"];
        put?: never;
        post?: never;
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
        get: operations["get_api_v1_me"];
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
        Application: {
            applicant: string;
            basis: string;
            client: string;
            consents: components["schemas"]["ConsentView"][];
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            department: string;
            fields: components["schemas"]["RequestedField"][];
            grant?: string;
            id: string;
            modes: string[];
            provider: string;
            purpose: string;
            rowFilter: components["schemas"]["RowCondition"][];
            scenario: string;
            scope: string;
            /** @enum {string} */
            state: "SUBMITTED" | "APPLICANT_CONSENTED" | "GRANTED" | "REFUSED";
            /** Format: date */
            until: string;
            /** Format: int64 */
            version: number;
        };
        Assessment: {
            approvedBy: string;
            /** Format: date */
            approvedOn: string;
            conclusion: string;
        };
        Assessments: {
            personalInformation: components["schemas"]["Assessment"];
            secrecy: components["schemas"]["Assessment"];
        };
        AuditEntry: {
            /** Format: date-time */
            at: string;
            commitment?: string;
            dataset?: string;
            details: {
                [key: string]: string;
            };
            fields: string[];
            filter?: string;
            grant?: string;
            /** Format: int64 */
            index: number;
            kind: string;
            outcome: string;
            personal?: {
                [key: string]: string;
            };
            purpose?: string;
            /** Format: int64 */
            rows?: number;
            subjects: string[];
            traceId?: string;
            who: components["schemas"]["Who"];
        };
        Batch: {
            batchKey: string;
            /** Format: date-time */
            committedAt?: string;
            counts?: components["schemas"]["Counts"];
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            evidence?: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            /** @enum {string} */
            mode: "UPSERT" | "SNAPSHOT" | "CHANGES";
            problem?: components["schemas"]["BatchProblem"];
            /** Format: date-time */
            publishedAt?: string;
            receipt?: string;
            /** Format: int64 */
            release?: number;
            sender: string;
            /** @enum {string} */
            state: "OPEN" | "COMMITTED" | "PUBLISHED" | "REJECTED";
            topReasons: components["schemas"]["Reason"][];
        };
        BatchProblem: {
            code: string;
            detail: string;
        };
        Consent: {
            /** @enum {string} */
            decision: "CONSENT" | "REFUSE";
            opinion?: string;
        };
        ConsentView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            decision: "CONSENT" | "REFUSE";
            name: string;
            opinion?: string;
            /** @enum {string} */
            side: "APPLICANT" | "PROVIDER";
        };
        Contact: {
            name: string;
            phone: string;
        };
        Counts: {
            /** Format: int64 */
            deleted: number;
            /** Format: int64 */
            inserted: number;
            /** Format: int64 */
            quarantined: number;
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            superseded: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            warnings: number;
            /** Format: int64 */
            withheld: number;
        };
        Dataset: {
            assessments?: components["schemas"]["Assessments"];
            classification: string;
            code: string;
            contact: components["schemas"]["Contact"];
            /** Format: date-time */
            createdAt: string;
            department: string;
            /** @enum {string} */
            format: "DATABASE" | "SPREADSHEET" | "FILE" | "SERVICE";
            keywords: string[];
            legalBasis?: string;
            /** Format: int64 */
            level: number;
            nonSecret: boolean;
            open: boolean;
            /** Format: date-time */
            publishedAt?: string;
            refusalReason?: string;
            related: string[];
            resourceCode: string;
            /** @enum {string} */
            shareAttribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            shareCondition?: string;
            shareModes: string[];
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "PUBLISHED" | "RETURNED";
            /** Format: date-time */
            submittedAt?: string;
            summary: components["schemas"]["LocalizedText"];
            title: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            updateCycle: "REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";
            /** Format: date-time */
            updatedAt: string;
            usageConditions?: string;
            /** Format: int64 */
            version: number;
        };
        Department: {
            code: string;
            title: components["schemas"]["LocalizedText"];
            uscc: string;
        };
        Element: {
            code: string;
            standard: string;
        };
        FieldError: {
            expected: string;
            found?: string;
            pointer: string;
        };
        Grant: {
            application: string;
            client: string;
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            department: string;
            fields: components["schemas"]["RequestedField"][];
            id: string;
            modes: string[];
            purpose: string;
            rowFilter: components["schemas"]["RowCondition"][];
            /** @enum {string} */
            state: "ACTIVE" | "SUSPENDED" | "TERMINATED" | "EXPIRED";
            /** Format: date */
            until: string;
        };
        HistoryEntry: {
            /** Format: date-time */
            at: string;
            dataset: string;
            department?: string;
            /** @enum {string} */
            move: "REGISTERED" | "AMENDED" | "SUBMITTED" | "RETURNED" | "PUBLISHED";
            name: string;
            opinion?: string;
            state: string;
            subject: string;
            /** Format: int64 */
            version: number;
        };
        LocalizedText: {
            en: string;
            zh: string;
        };
        Me: {
            department?: string;
            departments: string[];
            name: string;
            roles: string[];
            subject: string;
        };
        PageApplication: {
            items: components["schemas"]["Application"][];
        };
        PageAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
        };
        PageBatch: {
            items: components["schemas"]["Batch"][];
        };
        PageDataset: {
            items: components["schemas"]["Dataset"][];
        };
        PageDepartment: {
            items: components["schemas"]["Department"][];
        };
        PageGrant: {
            items: components["schemas"]["Grant"][];
        };
        PageHistoryEntry: {
            items: components["schemas"]["HistoryEntry"][];
        };
        PageQuarantineRow: {
            items: components["schemas"]["QuarantineRow"][];
        };
        PageSource: {
            items: components["schemas"]["Source"][];
        };
        Problem: {
            code: string;
            detail?: string;
            errors: components["schemas"]["FieldError"][];
            /** Format: int64 */
            status: number;
            title: string;
            traceId?: string;
            type: string;
        };
        QuarantineRow: {
            expected: string;
            field: string;
            found?: string;
            key?: string;
            message: components["schemas"]["LocalizedText"];
            /** Format: int64 */
            row: number;
            rule: string;
        };
        Reason: {
            /** Format: int64 */
            count: number;
            field: string;
            rule: string;
        };
        RequestedField: {
            /** @enum {string} */
            access: "CLEAR" | "MASKED" | "LOOKUP";
            field: string;
        };
        RowCondition: {
            field: string;
            /** @enum {string} */
            op: "EQ" | "IN" | "PREFIX" | "GE" | "LE";
            values: string[];
        };
        SchemaField: {
            checks: string[];
            codes?: string;
            element?: components["schemas"]["Element"];
            filter: string;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            key?: number;
            /** Format: int64 */
            level: number;
            mask?: string;
            name: string;
            nullable: boolean;
            title: components["schemas"]["LocalizedText"];
            type: string;
        };
        SchemaView: {
            avro: unknown;
            dataset: string;
            fields: components["schemas"]["SchemaField"][];
            /** Format: int64 */
            level: number;
            /** Format: int64 */
            registryId: number;
            /** @enum {string} */
            state: "DRAFT" | "PUBLISHED";
            subject: string;
            title: components["schemas"]["LocalizedText"];
            /** Format: int64 */
            version: number;
        };
        Source: {
            client: string;
            code: string;
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            /** @enum {string} */
            kind: "DATABASE_TABLE" | "CSV_FOLDER";
            lastError?: string;
            /** @enum {string} */
            mode: "UPSERT" | "SNAPSHOT";
            processGroup?: string;
            /** Format: int64 */
            queued?: number;
            settings: unknown;
            /** @enum {string} */
            state: "PROVISIONING" | "RUNNING" | "STOPPED" | "FAILED";
            title: components["schemas"]["LocalizedText"];
        };
        Who: {
            client: string;
            department?: string;
            subject: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api_v1_applications: {
        parameters: {
            query?: {
                cursor?: string;
                dataset?: string;
                limit?: number;
                state?: string;
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
                    "application/json": components["schemas"]["PageApplication"];
                };
            };
            /** @description Problem */
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
    post_api_v1_applications_id_consents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Consent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
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
    get_api_v1_audit_entries: {
        parameters: {
            query?: {
                cursor?: number;
                dataset?: string;
                department?: string;
                from?: string;
                kind?: string;
                limit?: number;
                outcome?: string;
                q?: string;
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
                    "application/json": components["schemas"]["PageAuditEntry"];
                };
            };
            /** @description Problem */
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
    get_api_v1_audit_entries_index_: {
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
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            /** @description Problem */
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
    get_api_v1_audit_entries_index_receipt: {
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
                    "text/plain": string;
                };
            };
            /** @description Problem */
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
    get_api_v1_batches_id_: {
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
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Problem */
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
    get_api_v1_batches_id_quarantine: {
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
                    "application/json": components["schemas"]["PageQuarantineRow"];
                };
            };
            /** @description Problem */
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
    get_api_v1_batches_id_receipt: {
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
                    "text/plain": string;
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string;
                limit?: number;
                q?: string;
                state?: string;
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
                    "application/json": components["schemas"]["PageDataset"];
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets_code_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets_code_batches: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PageBatch"];
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets_code_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PageHistoryEntry"];
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets_code_schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["SchemaView"];
                };
            };
            /** @description Problem */
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
    get_api_v1_datasets_code_sources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PageSource"];
                };
            };
            /** @description Problem */
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
    get_api_v1_departments: {
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
                    "application/json": components["schemas"]["PageDepartment"];
                };
            };
            /** @description Problem */
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
    get_api_v1_grants: {
        parameters: {
            query?: {
                cursor?: string;
                dataset?: string;
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
                    "application/json": components["schemas"]["PageGrant"];
                };
            };
            /** @description Problem */
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
    get_api_v1_me: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem */
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
}
