// Generated from the hub's OpenAPI document by `npm run generate`; never edited.
export interface paths {
    "/api/v1/access-explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accessExplanationsExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["applicationList"];
        put?: never;
        post: operations["applicationSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["applicationGet"];
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
        post: operations["applicationDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/extension-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicationDecideTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicationAskTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/supplement-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicationAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicationSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicationWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/auditors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be assigned a case: audit administrators seen here within 90 days (audit-admin) */
        get: operations["auditorList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of unusual use, newest first (audit-admin) */
        get: operations["caseList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with what it rests on and how it was handled (audit-admin) */
        get: operations["caseOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/cases/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assigns, hands back, closes or opens a case again (audit-admin whom it is not about); needs If-Match */
        post: operations["caseMove"];
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
        /** Search the access log, newest first (audit-admin) */
        get: operations["entrySearch"];
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
        /** One entry with its personal detail (audit-admin) */
        get: operations["entryEntry"];
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
        /** A receipt that proves the entry offline (audit-admin, or the caller the entry names) */
        get: operations["entryReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an excerpt of the access log; it is made in the background (audit-admin) */
        post: operations["logExportExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every access to the data of one person, enterprise or record, oldest first (audit-admin) */
        post: operations["ledgerLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the search index of the access log stands (audit-admin) */
        get: operations["projectionProjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/projection/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the search index of the access log anew from the log (audit-admin) */
        post: operations["projectionRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What counts as unusual use (audit-admin) */
        get: operations["ruleList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule (audit-admin) */
        get: operations["ruleOne"];
        /** Changes a rule from the next entry on (audit-admin); needs If-Match */
        put: operations["ruleChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A statement for the citizen: each access with its proof, as JSON that is verified offline or as a page to read (audit-admin) */
        post: operations["ledgerStatement"];
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
        get: operations["batchBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchDecisionApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchDecisionCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchCommit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/parts/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["batchPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityBatch"];
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
        get: operations["quarantineItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/quarantine/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["quarantineFile"];
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
        get: operations["batchReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/rejects/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["batchRejects"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasets in force as DCAT-AP 3, in Turtle or JSON-LD */
        get: operations["dcatCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Datasets that came into force, changed or ended behind a cursor; without one, all there ever were */
        get: operations["catalogFeedList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["catalogFilesGive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["catalogFilesTake"];
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
        get: operations["appClientList"];
        put?: never;
        post: operations["appClientMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appClientGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appClientRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{client}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appClientRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/correction-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["correctionNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/correction-notices/{id}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctionAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["correctionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["correctionGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctionMove"];
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
        get: operations["datasetList"];
        put?: never;
        post: operations["datasetRegister"];
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
        get: operations["datasetGet"];
        put: operations["datasetAmend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assessmentList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/assessments/{assessment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["assessmentAttach"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/assessments/{assessment}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assessmentContent"];
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
        get: operations["batchBatches"];
        put?: never;
        post: operations["batchOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/changes/current/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeExtendChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["datasetLifeEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/editions/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["datasetLifeDifferences"];
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
        get: operations["datasetLifeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/ingest-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ingestPolicyGet"];
        put: operations["ingestPolicySet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way of a dataset's records from source to field to consumer, as far as the reader may know it */
        get: operations["lineageGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["relatedOverlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["relatedProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/quality/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/quality/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["relatedRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["releaseReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/releases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["releaseRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/releases/{number}/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The digest of all records at a release; 202 with Retry-After while it is being made */
        get: operations["releaseDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/releases/{number}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["releaseUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeReview"];
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
        get: operations["contractCurrent"];
        put: operations["contractBind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/schema/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["contractVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{code}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["datasetLifeSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed behind a place in the dataset's sequence, oldest first; without a cursor from the beginning */
        get: operations["recordChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a file of the records the grant covers; it is made in the background, see jobs */
        post: operations["exportExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dataset's own API as an OpenAPI 3.1 document, with made-up examples, to generate clients from */
        get: operations["datasetDescriptionDescribe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of records in the order of their keys */
        get: operations["recordPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/records/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record by its key, with the fields the grant covers */
        get: operations["recordOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/records/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that one record ever was, the newest first, with the fields the grant covers */
        get: operations["recordVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceList"];
        put?: never;
        post: operations["sourceRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether claims about one record are right, and nothing else of it */
        post: operations["recordVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/verifications/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether claims about up to 1 000 records are right, each by itself, in their order; REFUSED where too many were wrong within a day */
        post: operations["recordVerifyMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds datasets by words (Chinese, English or pinyin) and by kind, the best first
         * @description All words must occur, anywhere: in title, keywords, summary, department, field names or code. What the caller may not see is neither found nor counted.
         */
        get: operations["searchFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/search/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the search index of the catalog stands (system-admin, catalog-authority) */
        get: operations["catalogProjectionProjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/search/projection/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the search index of the catalog anew from the catalog (system-admin) */
        post: operations["catalogProjectionRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/search/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What counts how much in a search of the catalog (catalog-authority) */
        get: operations["rankingRanking"];
        /** Changes it from the next search on (catalog-authority); needs If-Match */
        put: operations["rankingChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadline-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits of the jurisdiction and the ceilings of the decree */
        get: operations["deadlineLimitList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadline-limits/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One limit */
        get: operations["deadlineLimitOne"];
        /** Sets a limit for what begins from now on (catalog-authority); needs If-Match */
        put: operations["deadlineLimitSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines by their end: of my department, for the catalog authority of any or all */
        get: operations["deadlineList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deadline with everything that became of it */
        get: operations["deadlineOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["demandList"];
        put?: never;
        post: operations["demandPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["demandGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["demandAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["demandAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["demandWithdraw"];
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
        get: operations["meDepartments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{code}/upload-quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["uploadQuotaGet"];
        put: operations["uploadQuotaSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department}/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a department's notices go by e-mail (sharing-head, system-admin) */
        get: operations["noticeAddressList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department}/mailboxes/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mailbox of one role */
        get: operations["noticeAddressOne"];
        /** Sets the mailbox of one role; needs If-Match */
        put: operations["noticeAddressSet"];
        post?: never;
        /** No e-mail to this role any more */
        delete: operations["noticeAddressRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{department}/mailboxes/{role}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went or is to go to a mailbox, the newest first (sharing-head, system-admin) */
        get: operations["noticeAddressDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disposalList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disputeList"];
        put?: never;
        post: operations["disputeOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["disputeGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disputeMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freshness-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityAlerts"];
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
        get: operations["grantList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grant}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctionFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["grantGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/disposal-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disposalCertify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantRenew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/reshares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reshareAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/terminations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantTerminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/usage-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["usageRecordAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked of datasets beyond the law's items */
        get: operations["intakeFormCurrent"];
        /** Changes what is asked of datasets (catalog-authority, system-admin); needs If-Match */
        put: operations["intakeFormChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake-form/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the intake form, the newest first */
        get: operations["intakeFormVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake-form/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the intake form */
        get: operations["intakeFormVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My newest jobs */
        get: operations["jobList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one of my jobs stands */
        get: operations["jobJob"];
        put?: never;
        post?: never;
        /** Call one of my jobs off, or throw its result away */
        delete: operations["jobDrop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the result of one of my jobs; the fetching is in the access log */
        get: operations["jobResult"];
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
        get: operations["meMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notices, as a person and in my roles in the department I act for, the newest first */
        get: operations["noticeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks notices as read, for everybody they are to */
        post: operations["noticeRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["qualityScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/liabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The liability list: what became overdue in a period, by violation, in the order in which it did */
        get: operations["reportLiabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/liabilities/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file, whole */
        get: operations["reportLiabilityFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/time-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How limits were kept: met, late, overdue and open by department and kind */
        get: operations["reportTimeLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/time-limits/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file */
        get: operations["reportTimeLimitFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reshares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reshareList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reshares/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reshareDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reshares/{id}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reshareRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schema-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Infers a schema from a sample file and proposes mappings to the standards
         * @description The body is the file itself, at most 20 MiB: CSV (UTF-8, UTF-16, GBK, GB18030), JSON, XML, XLSX, Avro or Parquet, known by its first bytes, its name or its media type. The first 1 000 rows are looked at; nothing is stored.
         */
        post: operations["schemaProposalPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["serviceChangeList"];
        put?: never;
        post: operations["serviceChangeAnnounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["serviceChangeGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["serviceChangeAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["serviceChangeCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes/{id}/filing-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["serviceChangeDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-changes/{id}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["serviceChangeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceGet"];
        put: operations["sourceAmend"];
        post?: never;
        delete: operations["sourceRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{code}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{code}/starts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sourceStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{code}/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sourceStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["standingConsentList"];
        put?: never;
        post: operations["standingConsentGive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing-consents/{id}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["standingConsentRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["usageRecordList"];
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
        /** My department's webhooks (sharing-head), all (security-admin) */
        get: operations["webhookList"];
        put?: never;
        /** Makes a webhook for my department (sharing-head); its secret is told this once */
        post: operations["webhookMake"];
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
        get?: never;
        put?: never;
        post?: never;
        /** Removes a webhook and what is still to go there (sharing-head, security-admin) */
        delete: operations["webhookRemove"];
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
        /** What went or is to go to a webhook, the newest first (sharing-head, security-admin) */
        get: operations["webhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces a webhook's secret (sharing-head); for a day both sign */
        post: operations["webhookRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/working-days/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A year of the working calendar: its holidays and make-up days */
        get: operations["workingDayYear"];
        /** States the holidays and make-up days of a year and reckons open deadlines anew (catalog-authority); needs If-Match */
        put: operations["workingDayChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/working-days/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When something ends that was received on a day and runs for so many working days */
        get: operations["workingDayEnd"];
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
        AccessExplanation: {
            /** @enum {string} */
            deniedFor: "NO_GRANT" | "CLIENT_REVOKED" | "PURPOSE_MISMATCH" | "NOT_YET_VALID" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "MODE_NOT_GRANTED" | "DATASET_NOT_PUBLISHED" | "FIELD_NOT_GRANTED" | "FIELD_NOT_FILTERABLE" | "FIELD_NOT_SORTABLE";
            detail: string;
            field: components["schemas"]["FieldExplanation"];
            permitted: boolean;
            /** Format: int64 */
            policyVersion: number;
            rowFilter: components["schemas"]["RowCondition"][];
            sharing: components["schemas"]["FieldSharing"];
            steps: components["schemas"]["DecisionStep"][];
        };
        Alert: {
            /** Format: date-time */
            clearedAt: string;
            /** @enum {string} */
            cycle: "REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";
            dataset: string;
            department: string;
            /** Format: date-time */
            expectedBy: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            lastRelease: string;
            /** Format: date-time */
            raisedAt: string;
        };
        AnomalyRuleList: {
            items: components["schemas"]["AnomalyRuleView"][];
        };
        AnomalyRuleRequest: {
            enabled: boolean;
            terms: components["schemas"]["AnomalyTerms"];
        };
        AnomalyRuleView: {
            enabled: boolean;
            id: string;
            /** @enum {string} */
            kind: "VOLUME" | "VERIFY_STREAK" | "OFF_HOURS" | "ENUMERATION" | "DENIAL_BURST";
            terms: components["schemas"]["AnomalyTerms"];
        };
        AnomalyTerms: {
            clients: string[];
            closes: string;
            /** Format: double */
            deviations: number;
            exempt: string[];
            /** Format: double */
            factor: number;
            /** Format: int32 */
            historyHours: number;
            /** @enum {string} */
            measure: "ACCESSES" | "SUBJECTS";
            /** Format: int32 */
            newcomer: number;
            opens: string;
            /** Format: double */
            share: number;
            /** Format: int32 */
            threshold: number;
            weekdays: number[];
            /** Format: int32 */
            windowMinutes: number;
            zone: string;
        };
        AppClient: {
            client: string;
            department: string;
            keys: components["schemas"]["ClientKey"][];
            /** Format: date-time */
            knownAt: string;
            madeBy: string;
            /** @enum {string} */
            method: "KEY" | "SECRET";
            reason: string;
            /** Format: date-time */
            revokedAt: string;
            revokedBy: string;
            /** @enum {string} */
            state: "ACTIVE" | "REVOKED";
            title: string;
        };
        AppClientList: {
            items: components["schemas"]["AppClient"][];
        };
        AppClientMade: {
            client: components["schemas"]["AppClient"];
            secret: string;
            /** Format: uri */
            tokenEndpoint: string;
        };
        AppClientRequest: {
            code: string;
            jwks: {
                [key: string]: unknown;
            };
            publicKey: string;
            secret: boolean;
            title: string;
        };
        AppClientRevocation: {
            reason: string;
        };
        AppClientRotation: {
            jwks: {
                [key: string]: unknown;
            };
            /** Format: int32 */
            overlapDays: number;
            publicKey: string;
            secret: boolean;
        };
        ApplicationList: {
            items: components["schemas"]["ApplicationView"][];
        };
        ApplicationRequest: {
            basis: string;
            client: string;
            dataset: string;
            entitled: string[];
            fields: components["schemas"]["FieldWish"][];
            masks: {
                [key: string]: string;
            };
            /** Format: int32 */
            maxLevel: number;
            modes: ("QUERY" | "VERIFY" | "EXPORT" | "CHANGES")[];
            purpose: string;
            rowFilter: components["schemas"]["RowCondition"][];
            scenario: string;
            scope: string;
            /** Format: date */
            until: string;
        };
        ApplicationView: {
            basis: string;
            client: string;
            conditions: components["schemas"]["StatedCondition"][];
            consents: components["schemas"]["ConsentView"][];
            course: components["schemas"]["Course"];
            dataset: string;
            department: string;
            entitled: components["schemas"]["EntitledField"][];
            fields: components["schemas"]["GrantedField"][];
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            id: string;
            masks: components["schemas"]["MaskedField"][];
            /** Format: int32 */
            maxLevel: number;
            modes: ("QUERY" | "VERIFY" | "EXPORT" | "CHANGES")[];
            provider: string;
            purpose: string;
            /** Format: uuid */
            renews: string;
            rowFilter: components["schemas"]["GrantedCondition"][];
            scenario: string;
            scope: string;
            /** @enum {string} */
            state: "SUBMITTED" | "APPLICANT_CONSENTED" | "SUPPLEMENTING" | "GRANTED" | "REFUSED" | "WITHDRAWN";
            /** Format: date-time */
            submittedAt: string;
            submittedBy: string;
            /** Format: date */
            until: string;
            /** Format: int32 */
            version: number;
        };
        Assessment: {
            approvedBy: string;
            /** Format: date */
            approvedOn: string;
            conclusion: string;
        };
        AssessmentFile: {
            /** @enum {string} */
            assessment: "SECRECY" | "PERSONAL_INFORMATION";
            /** Format: int64 */
            bytes: number;
            dataset: string;
            /** Format: int32 */
            edition: number;
            name: string;
            sha256: string;
            /** @enum {string} */
            type: "PDF" | "OFD" | "DOCX" | "PNG" | "JPEG";
            /** Format: date-time */
            uploadedAt: string;
            uploadedBy: string;
        };
        AssessmentFileList: {
            items: components["schemas"]["AssessmentFile"][];
        };
        Assessments: {
            personalInformation: components["schemas"]["Assessment"];
            secrecy: components["schemas"]["Assessment"];
        };
        Auditor: {
            account: string;
            client: string;
            name: string;
            /** Format: date-time */
            seenAt: string;
        };
        AuditorList: {
            items: components["schemas"]["Auditor"][];
        };
        BatchPage: {
            items: components["schemas"]["BatchView"][];
        };
        BatchQualityView: {
            /** Format: uuid */
            batch: string;
            dataset: string;
            dimensions: components["schemas"]["DimensionScore"][];
            fields: components["schemas"]["FieldQuality"][];
            /** Format: date-time */
            finishedAt: string;
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "E";
            published: boolean;
            /** Format: int64 */
            rows: number;
            rules: components["schemas"]["BrokenRule"][];
            /** Format: double */
            score: number;
        };
        BatchRequest: {
            batchKey: string;
            /** Format: uuid */
            corrects: string;
            /** Format: int64 */
            declaredRows: number;
            mapping: components["schemas"]["JsonNode"];
            mode: string;
            /** Format: int32 */
            schemaVersion: number;
        };
        BatchScore: {
            /** Format: uuid */
            batch: string;
            dimensions: components["schemas"]["DimensionScore"][];
            /** Format: date-time */
            finishedAt: string;
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "E";
            published: boolean;
            /** Format: int64 */
            rows: number;
            /** Format: double */
            score: number;
        };
        BatchScores: {
            items: components["schemas"]["BatchScore"][];
        };
        BatchView: {
            batchKey: string;
            /** Format: date-time */
            committedAt: string;
            /** Format: uuid */
            corrects: string;
            counts: components["schemas"]["Counts"];
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            /** Format: int64 */
            declaredRows: number;
            evidence: string;
            /** Format: date-time */
            finishedAt: string;
            hold: components["schemas"]["Hold"];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            mode: "UPSERT" | "SNAPSHOT" | "CHANGES";
            problem: components["schemas"]["Problem"];
            /** Format: date-time */
            publishedAt: string;
            receipt: string;
            /** Format: int64 */
            release: number;
            retry: components["schemas"]["Retry"];
            /** Format: int32 */
            schemaVersion: number;
            sender: string;
            /** @enum {string} */
            state: "OPEN" | "COMMITTED" | "HELD" | "PUBLISHED" | "REJECTED" | "CANCELLED";
            topReasons: components["schemas"]["Reason"][];
            /** Format: int64 */
            unresolved: number;
        };
        BrokenRule: {
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            dimension: "COMPLETENESS" | "VALIDITY" | "UNIQUENESS" | "CONSISTENCY" | "TIMELINESS" | "ACCESSIBILITY";
            field: string;
            rule: string;
            /** @enum {string} */
            severity: "ERROR" | "WARNING";
        };
        CaseDetail: {
            anomaly: components["schemas"]["CaseView"];
            evidence: components["schemas"]["Stretch"][];
            moves: components["schemas"]["CaseMove"][];
        };
        CaseList: {
            /** Format: int64 */
            behind: number;
            items: components["schemas"]["CaseView"][];
        };
        CaseMove: {
            assignee: string;
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: int64 */
            lastIndex: number;
            /** Format: int64 */
            number: number;
            /** @enum {string} */
            outcome: "CONFIRMED" | "EXPLAINED" | "FALSE_ALARM";
            reason: string;
            /** @enum {string} */
            target: "OPEN" | "ASSIGNED" | "CLOSED";
        };
        CaseMoveRequest: {
            assignee: string;
            /** @enum {string} */
            outcome: "CONFIRMED" | "EXPLAINED" | "FALSE_ALARM";
            reason: string;
            /** @enum {string} */
            to: "OPEN" | "ASSIGNED" | "CLOSED";
        };
        CaseView: {
            assignee: string;
            caller: string;
            /** Format: date-time */
            changedAt: string;
            department: string;
            /** Format: int64 */
            firstIndex: number;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            lastIndex: number;
            /** Format: date-time */
            openedAt: string;
            /** @enum {string} */
            outcome: "CONFIRMED" | "EXPLAINED" | "FALSE_ALARM";
            rule: string;
            /** @enum {string} */
            state: "OPEN" | "ASSIGNED" | "CLOSED";
        };
        CatalogChange: {
            /** Format: date-time */
            changedAt: string;
            code: string;
            department: string;
            /** Format: int32 */
            edition: number;
            entry: components["schemas"]["Entry"];
            /** @enum {string} */
            kind: "IN_FORCE" | "WITHDRAWN";
            uscc: string;
        };
        CatalogChanges: {
            cursor: string;
            items: components["schemas"]["CatalogChange"][];
            more: boolean;
        };
        CatalogProjectionView: {
            /** Format: int64 */
            behind: number;
            configured: boolean;
            /** Format: int64 */
            differences: number;
            /** Format: date-time */
            failingSince: string;
            failure: string;
            rebuilding: boolean;
            /** Format: date-time */
            roundEndedAt: string;
            /** Format: int64 */
            rounds: number;
        };
        ChangeAnswer: {
            /** Format: date-time */
            at: string;
            department: string;
            name: string;
            opinion: string;
            /** @enum {string} */
            word: "CONSENT" | "REFUSE";
        };
        ChangeExtension: {
            /** Format: int32 */
            days: number;
        };
        ChangeItem: {
            /** @enum {string} */
            op: "INSERT" | "UPDATE" | "DELETE";
            record: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            release: number;
            /** Format: int64 */
            seq: number;
        };
        ChangeList: {
            items: components["schemas"]["ChangeItem"][];
        };
        ChangeRequest: {
            /** @enum {string} */
            cause: "LAW" | "DUTIES" | "DATA";
            /** Format: date */
            causedOn: string;
            entry: components["schemas"]["Entry"];
            reason: string;
        };
        ChangeView: {
            /** @enum {string} */
            cause: "LAW" | "DUTIES" | "DATA";
            /** Format: date */
            causedOn: string;
            /** Format: int32 */
            edition: number;
            entry: components["schemas"]["Entry"];
            /** Format: date-time */
            openedAt: string;
            reason: string;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            /** Format: date-time */
            submittedAt: string;
        };
        ClientKey: {
            /** Format: date-time */
            addedAt: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
        };
        CommitRequest: {
            /** Format: int32 */
            parts: number;
            /** Format: int32 */
            rejects: number;
            /** Format: int64 */
            rows: number;
        };
        ConsentRequest: {
            /** @enum {string} */
            decision: "CONSENT" | "REFUSE";
            opinion: string;
        };
        ConsentView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            decision: "CONSENT" | "REFUSE";
            name: string;
            opinion: string;
            /** @enum {string} */
            side: "APPLICANT" | "PROVIDER";
            /** Format: uuid */
            standing: string;
        };
        Contact: {
            name: string;
            phone: string;
        };
        ContractView: {
            avro: components["schemas"]["JsonNode"];
            dataset: string;
            fields: components["schemas"]["FieldView"][];
            /** Format: int32 */
            level: number;
            /** Format: int32 */
            registryId: number;
            /** @enum {string} */
            state: "DRAFT" | "PUBLISHED";
            subject: string;
            title: components["schemas"]["LocalizedText"];
            /** Format: int32 */
            version: number;
        };
        CorrectionList: {
            items: components["schemas"]["CorrectionView"][];
        };
        CorrectionMove: {
            /** @enum {string} */
            move: "PROVIDER_UPHOLDS" | "PROVIDER_REJECTS" | "CONSUMER_DISPUTES" | "DISPUTE_UPHOLDS" | "DISPUTE_REJECTS" | "CONSUMER_ACCEPTS" | "PUBLISHED" | "CONSUMER_WITHDRAWS";
            words: string;
        };
        CorrectionNotice: {
            /** Format: date-time */
            acknowledgedAt: string;
            acknowledgedBy: string;
            /** Format: uuid */
            correction: string;
            dataset: string;
            field: string;
            /** Format: uuid */
            grant: string;
            key: {
                [key: string]: string;
            };
            /** Format: date-time */
            noticedAt: string;
            /** Format: int64 */
            release: number;
        };
        CorrectionNoticeList: {
            items: components["schemas"]["CorrectionNotice"][];
        };
        CorrectionView: {
            /** Format: int64 */
            correctedIn: number;
            course: components["schemas"]["TicketStep"][];
            dataset: string;
            department: string;
            evidence: string;
            field: string;
            /** Format: date-time */
            flaggedAt: string;
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            id: string;
            key: {
                [key: string]: string;
            };
            provider: string;
            reason: string;
            /** Format: int64 */
            release: number;
            /** @enum {string} */
            state: "FLAGGED" | "UPHELD" | "REJECTED" | "DISPUTED" | "CORRECTED" | "CLOSED" | "WITHDRAWN";
            /** Format: int32 */
            version: number;
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
        Course: {
            /** Format: uuid */
            dispute: string;
            extension: components["schemas"]["Extension"];
            remark: string;
            supplement: components["schemas"]["Supplement"];
            withdrawal: components["schemas"]["TakenBack"];
        };
        CsvFolder: components["schemas"]["SourceSettings"] & {
            charset?: string;
            delimiter?: string;
            folder?: string;
            /** Format: int32 */
            intervalSeconds?: number;
        };
        DatabaseTable: components["schemas"]["SourceSettings"] & {
            incrementalColumn?: string;
            /** Format: int32 */
            intervalSeconds?: number;
            jdbcUrl?: string;
            table?: string;
            username?: string;
        };
        DataItem: {
            element: string;
            field: string;
            legalBasis: string;
            /** Format: int32 */
            length: number;
            /** Format: int32 */
            level: number;
            name: string;
            refusalReason: string;
            /** @enum {string} */
            shareAttribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            shareCondition: string;
            /** @enum {string} */
            type: "C" | "N" | "Y" | "D" | "T" | "L" | "M" | "G" | "B" | "I" | "F";
        };
        DatasetFind: {
            code: string;
            department: string;
            departmentTitle: components["schemas"]["LocalizedText"];
            highlights: {
                [key: string]: components["schemas"]["Highlight"][][];
            };
            /** Format: int32 */
            level: number;
            resourceCode: string;
            /** @enum {string} */
            shareAttribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            summary: components["schemas"]["LocalizedText"];
            title: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            updateCycle: "REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";
            /** Format: date-time */
            updatedAt: string;
        };
        DatasetFinds: {
            /** @enum {string} */
            answeredBy: "SEARCH_ENGINE" | "DATABASE";
            facets: {
                [key: string]: components["schemas"]["FacetValue"][];
            };
            items: components["schemas"]["DatasetFind"][];
            /** Format: int64 */
            total: number;
        };
        DatasetHistory: {
            items: components["schemas"]["HistoryEntry"][];
        };
        DatasetList: {
            items: components["schemas"]["DatasetView"][];
        };
        DatasetScore: {
            /** Format: date-time */
            at: string;
            dataset: string;
            department: string;
            dimensions: components["schemas"]["DimensionScore"][];
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "E";
            /** Format: double */
            score: number;
        };
        DatasetScorecard: {
            /** Format: int64 */
            batches: number;
            dataset: string;
            dimensions: components["schemas"]["DimensionScore"][];
            /** Format: date-time */
            expectedBy: string;
            fields: components["schemas"]["FieldQuality"][];
            /** Format: date */
            from: string;
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "E";
            /** Format: date-time */
            lastUpdate: string;
            /** Format: date-time */
            overdueSince: string;
            /** Format: int64 */
            rejectedBatches: number;
            /** Format: int64 */
            rows: number;
            rules: components["schemas"]["BrokenRule"][];
            /** Format: double */
            score: number;
            /** Format: date */
            to: string;
        };
        DatasetScores: {
            items: components["schemas"]["DatasetScore"][];
        };
        DatasetView: {
            answers: {
                [key: string]: string;
            };
            assessments: components["schemas"]["Assessments"];
            change: components["schemas"]["ChangeView"];
            classification: string;
            code: string;
            contact: components["schemas"]["Contact"];
            /** Format: date-time */
            createdAt: string;
            department: string;
            /** Format: int32 */
            edition: number;
            /** @enum {string} */
            format: "DATABASE" | "SPREADSHEET" | "FILE" | "SERVICE";
            items: components["schemas"]["DataItem"][];
            keywords: string[];
            legalBasis: string;
            /** Format: int32 */
            level: number;
            nonSecret: boolean;
            open: boolean;
            overlapReason: string;
            /** Format: date-time */
            publishedAt: string;
            refusalReason: string;
            related: string[];
            resourceCode: string;
            /** @enum {string} */
            shareAttribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            shareCondition: string;
            shareModes: ("SERVICE" | "BATCH" | "FILE")[];
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            /** Format: date-time */
            submittedAt: string;
            summary: components["schemas"]["LocalizedText"];
            title: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            updateCycle: "REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";
            /** Format: date-time */
            updatedAt: string;
            usageConditions: string;
            /** Format: int32 */
            version: number;
            withdrawal: components["schemas"]["WithdrawalView"];
        };
        DeadlineLimitList: {
            items: components["schemas"]["DeadlineLimitView"][];
        };
        DeadlineLimitRequest: {
            /** Format: int32 */
            days: number;
            /** Format: int32 */
            extensionDays: number;
            /** Format: int32 */
            reminderDays: number;
        };
        DeadlineLimitView: {
            article: string;
            /** Format: int32 */
            ceiling: number;
            /** Format: int32 */
            days: number;
            /** Format: int32 */
            extensionCeiling: number;
            /** Format: int32 */
            extensionDays: number;
            /** @enum {string} */
            kind: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
            /** Format: int32 */
            reminderDays: number;
            title: components["schemas"]["LocalizedText"];
        };
        DeadlineList: {
            items: components["schemas"]["DeadlineView"][];
        };
        DeadlineStepView: {
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            days: number;
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            move: "PAUSE" | "RESUME" | "EXTEND" | "LAPSE" | "MEET" | "MEET_LATE" | "CANCEL" | "RECKON" | "REVIVE";
        };
        DeadlineView: {
            article: string;
            /** Format: date-time */
            closedAt: string;
            course: components["schemas"]["DeadlineStepView"][];
            /** Format: int32 */
            days: number;
            department: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date */
            dueOn: string;
            /** Format: int32 */
            extensionDays: number;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
            kindTitle: components["schemas"]["LocalizedText"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            overdueAt: string;
            provisional: boolean;
            /** Format: date */
            receivedOn: string;
            /** @enum {string} */
            state: "RUNNING" | "PAUSED" | "OVERDUE" | "MET" | "LATE" | "VOID";
            subject: components["schemas"]["SubjectView"];
            /** Format: int32 */
            workingDaysLeft: number;
            /** Format: int32 */
            workingDaysOver: number;
        };
        DecisionReason: {
            reason: string;
        };
        DecisionStep: {
            detail: string;
            /** Format: uuid */
            grant: string;
            passed: boolean;
            /** @enum {string} */
            rule: "OWNER" | "GRANT_HELD" | "CLIENT_IN_FORCE" | "PUBLISHED" | "PURPOSE" | "IN_FORCE" | "MODE" | "FIELDS_GRANTED" | "FIELDS_FILTERABLE" | "FIELDS_SORTABLE";
        };
        Demand: {
            assigned: string;
            /** Format: date-time */
            changedAt: string;
            dataset: string;
            department: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            postedAt: string;
            postedBy: string;
            reason: string;
            /** @enum {string} */
            state: "POSTED" | "ASSIGNED" | "OFFERED" | "DECLINED" | "WITHDRAWN";
            statement: components["schemas"]["Statement"];
            /** Format: int32 */
            version: number;
        };
        DemandAnswer: {
            dataset: string;
            reason: string;
        };
        DemandAssignment: {
            department: string;
        };
        DemandList: {
            items: components["schemas"]["Demand"][];
        };
        DemandRequest: {
            basis: string;
            items: string[];
            need: string;
            scenario: string;
            title: string;
        };
        Department: {
            code: string;
            title: components["schemas"]["LocalizedText"];
            uscc: string;
        };
        DepartmentList: {
            items: components["schemas"]["Department"][];
        };
        DifferenceList: {
            items: components["schemas"]["EntryDifference"][];
        };
        DimensionScore: {
            /** Format: int64 */
            denominator: number;
            /** @enum {string} */
            dimension: "COMPLETENESS" | "VALIDITY" | "UNIQUENESS" | "CONSISTENCY" | "TIMELINESS" | "ACCESSIBILITY";
            /** Format: int64 */
            numerator: number;
            /** Format: double */
            score: number;
            /** Format: int32 */
            weight: number;
        };
        Discard: {
            reason: string;
        };
        Disposal: {
            /** Format: date-time */
            certifiedAt: string;
            certifiedBy: string;
            dataset: string;
            department: string;
            /** Format: date */
            disposedOn: string;
            /** Format: uuid */
            grant: string;
            /** @enum {string} */
            method: "DESTROYED" | "RETURNED" | "ARCHIVED";
            /** Format: date-time */
            openedAt: string;
            provider: string;
            statement: string;
        };
        DisposalCertificate: {
            /** Format: date */
            disposedOn: string;
            /** @enum {string} */
            method: "DESTROYED" | "RETURNED" | "ARCHIVED";
            statement: string;
        };
        DisposalList: {
            items: components["schemas"]["Disposal"][];
        };
        DisputeList: {
            items: components["schemas"]["DisputeView"][];
        };
        DisputeMove: {
            document: string;
            /** @enum {string} */
            move: "ANSWERS" | "YIELDS" | "ESCALATES" | "AUTHORITY_UPHOLDS" | "AUTHORITY_REJECTS" | "ACCEPTS" | "APPEALS" | "GOVERNMENT_UPHOLDS" | "GOVERNMENT_REJECTS" | "WITHDRAWS" | "STANDS_FOR" | "STANDS_AGAINST" | "LAPSES";
            words: string;
        };
        DisputeRequest: {
            /** Format: uuid */
            about: string;
            reason: string;
            type: string;
        };
        DisputeStep: {
            /** Format: date-time */
            at: string;
            by: string;
            document: string;
            /** @enum {string} */
            move: "ANSWERS" | "YIELDS" | "ESCALATES" | "AUTHORITY_UPHOLDS" | "AUTHORITY_REJECTS" | "ACCEPTS" | "APPEALS" | "GOVERNMENT_UPHOLDS" | "GOVERNMENT_REJECTS" | "WITHDRAWS" | "STANDS_FOR" | "STANDS_AGAINST" | "LAPSES";
            words: string;
        };
        DisputeView: {
            /** Format: uuid */
            about: string;
            /** Format: date */
            appealUntil: string;
            claimant: string;
            contested: string;
            course: components["schemas"]["DisputeStep"][];
            dataset: string;
            /** Format: uuid */
            id: string;
            moves: ("ANSWERS" | "YIELDS" | "ESCALATES" | "AUTHORITY_UPHOLDS" | "AUTHORITY_REJECTS" | "ACCEPTS" | "APPEALS" | "GOVERNMENT_UPHOLDS" | "GOVERNMENT_REJECTS" | "WITHDRAWS" | "STANDS_FOR" | "STANDS_AGAINST" | "LAPSES")[];
            /** Format: date-time */
            openedAt: string;
            reason: string;
            respondent: string;
            /** @enum {string} */
            state: "NEGOTIATING" | "WITH_AUTHORITY" | "DECIDED_FOR" | "DECIDED_AGAINST" | "WITH_GOVERNMENT" | "UPHELD" | "REJECTED" | "WITHDRAWN" | "LAPSED";
            title: components["schemas"]["LocalizedText"];
            type: string;
            /** Format: int32 */
            version: number;
        };
        Edition: {
            /** @enum {string} */
            cause: "LAW" | "DUTIES" | "DATA";
            dataset: string;
            /** Format: int32 */
            edition: number;
            entry: components["schemas"]["Entry"];
            /** Format: date-time */
            publishedAt: string;
            reason: string;
        };
        EditionList: {
            items: components["schemas"]["Edition"][];
        };
        Element: {
            code: string;
            standard: string;
        };
        EntitledField: {
            field: string;
            /** Format: int32 */
            id: number;
        };
        Entry: {
            answers: {
                [key: string]: string;
            };
            assessments: components["schemas"]["Assessments"];
            classification: string;
            contact: components["schemas"]["Contact"];
            /** @enum {string} */
            format: "DATABASE" | "SPREADSHEET" | "FILE" | "SERVICE";
            items: components["schemas"]["DataItem"][];
            keywords: string[];
            legalBasis: string;
            /** Format: int32 */
            level: number;
            nonSecret: boolean;
            open: boolean;
            overlapReason: string;
            refusalReason: string;
            related: string[];
            /** @enum {string} */
            shareAttribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            shareCondition: string;
            shareModes: ("SERVICE" | "BATCH" | "FILE")[];
            summary: components["schemas"]["LocalizedText"];
            title: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            updateCycle: "REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";
            usageConditions: string;
        };
        EntryDifference: {
            after: components["schemas"]["JsonNode"];
            before: components["schemas"]["JsonNode"];
            pointer: string;
        };
        EntryList: {
            /** Format: int64 */
            behind: number;
            items: components["schemas"]["EntryView"][];
            overview: components["schemas"]["LogOverview"];
        };
        EntryView: {
            /** Format: date-time */
            at: string;
            basis: string;
            /** Format: int64 */
            bytes: number;
            commitment: string;
            dataset: string;
            decision: string;
            details: {
                [key: string]: string;
            };
            /** Format: int64 */
            durationMillis: number;
            fields: string[];
            filter: string;
            grant: string;
            /** Format: int64 */
            index: number;
            /** Format: int64 */
            intent: number;
            kind: string;
            mode: string;
            outcome: string;
            part: string;
            personal: {
                [key: string]: string;
            };
            personalExpired: boolean;
            /** Format: int64 */
            policyVersion: number;
            purpose: string;
            /** Format: int64 */
            rows: number;
            subjects: string[];
            traceId: string;
            who: components["schemas"]["Who"];
        };
        Evaluated: {
            /** Format: int64 */
            after: number;
            /** Format: int64 */
            changes: number;
            dataset: string;
            grant: string;
            /** Format: int64 */
            release: number;
            /** Format: int64 */
            until: number;
        };
        ExplanationRequest: {
            client: string;
            dataset: string;
            department: string;
            field: string;
            /** @enum {string} */
            mode: "QUERY" | "VERIFY" | "EXPORT" | "CHANGES";
            purpose: string;
            roles: string[];
            /** @enum {string} */
            use: "SHOW" | "FILTER" | "SORT";
        };
        ExportRequest: {
            /** Format: date-time */
            asOf?: string;
            fields?: string[];
            /** @description field:op:value, op one of eq, in, prefix, ge, le; all must hold */
            filters?: string[];
            /** @enum {string} */
            format: "AVRO" | "CSV" | "CSV_GB18030" | "NDJSON" | "XLSX";
        };
        Extension: {
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: int32 */
            days: number;
            /** Format: date-time */
            decidedAt: string;
            decidedBy: string;
            /** @enum {string} */
            decision: "CONSENT" | "REFUSE";
            opinion: string;
            reason: string;
        };
        ExtensionAsked: {
            /** Format: int32 */
            days: number;
            reason: string;
        };
        FacetValue: {
            /** Format: int64 */
            count: number;
            value: string;
        };
        FieldAlternative: {
            /** Format: double */
            confidence: number;
            field: string;
            title: components["schemas"]["LocalizedText"];
        };
        FieldExplanation: {
            mask: string;
            /** @enum {string} */
            maskSource: "SCHEMA" | "DEFAULT" | "TERMS" | "KEY";
            /** @enum {string} */
            reason: "NOT_GRANTED" | "FOR_LOOKUP" | "ASKED_MASKED" | "ABOVE_LEVEL" | "WITHIN_LEVEL" | "ENTITLED" | "BEFORE_LEVELS";
            treatment: string;
        };
        FieldQuality: {
            /** Format: int64 */
            failed: number;
            field: string;
            /** Format: int64 */
            filled: number;
            /** Format: int64 */
            missing: number;
            /** Format: int64 */
            records: number;
        };
        FieldSharing: {
            /** @enum {string} */
            attribute: "UNCONDITIONAL" | "CONDITIONAL" | "REFUSED";
            condition: string;
            legalBasis: string;
            own: boolean;
            refusalReason: string;
        };
        FieldView: {
            checks: string[];
            codes: string;
            element: components["schemas"]["Element"];
            filter: string;
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            key: number;
            /** Format: int32 */
            level: number;
            mask: string;
            name: string;
            nullable: boolean;
            title: components["schemas"]["LocalizedText"];
            type: string;
            unit: string;
        };
        FieldWish: {
            /** @enum {string} */
            access: "LOOKUP" | "MASKED" | "CLEAR";
            field: string;
        };
        Filing: {
            /** Format: date-time */
            decidedAt: string;
            decidedBy: string;
            negotiation: string;
            number: string;
            opinion: string;
        };
        FilingDecision: {
            number: string;
            opinion: string;
        };
        FlagRequest: {
            evidence: string;
            field: string;
            key: {
                [key: string]: string;
            };
            reason: string;
        };
        FreshnessAlertList: {
            items: components["schemas"]["Alert"][];
        };
        GrantedCondition: {
            field: string;
            /** Format: int32 */
            id: number;
            /** @enum {string} */
            op: "EQ" | "IN" | "PREFIX" | "GE" | "LE";
            values: string[];
        };
        GrantedField: {
            /** @enum {string} */
            access: "LOOKUP" | "MASKED" | "CLEAR";
            field: string;
            /** Format: int32 */
            id: number;
        };
        GrantList: {
            items: components["schemas"]["GrantView"][];
        };
        GrantView: {
            /** Format: uuid */
            application: string;
            approvers: components["schemas"]["ConsentView"][];
            basis: string;
            /** Format: date-time */
            changedAt: string;
            client: string;
            conditions: components["schemas"]["StatedCondition"][];
            dataset: string;
            department: string;
            entitled: components["schemas"]["EntitledField"][];
            fields: components["schemas"]["GrantedField"][];
            /** Format: date */
            from: string;
            /** @enum {string} */
            haltedBy: "PROVIDER" | "CONSUMER" | "AUTHORITY";
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            masks: components["schemas"]["MaskedField"][];
            /** Format: int32 */
            maxLevel: number;
            modes: ("QUERY" | "VERIFY" | "EXPORT" | "CHANGES")[];
            provider: string;
            purpose: string;
            reason: string;
            rowFilter: components["schemas"]["GrantedCondition"][];
            scenario: string;
            scope: string;
            /** @enum {string} */
            state: "ACTIVE" | "SUSPENDED" | "TERMINATED" | "EXPIRED";
            /** Format: date */
            until: string;
            /** Format: int32 */
            version: number;
        };
        Highlight: {
            hit: boolean;
            text: string;
        };
        HistoryEntry: {
            /** Format: date-time */
            at: string;
            dataset: string;
            department: string;
            /** Format: int32 */
            edition: number;
            /** @enum {string} */
            from: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            /** @enum {string} */
            move: "DRAFTED" | "CHANGE_OPENED" | "AMENDED" | "SUBMITTED" | "DISCARDED" | "CONSENTED" | "CONSENT_REFUSED" | "REGISTRATION_APPROVED" | "REGISTRATION_REFUSED" | "PUBLISHED" | "PUBLICATION_REFUSED" | "WITHDRAWAL_PROPOSED" | "WITHDRAWAL_RECALLED" | "WITHDRAWN";
            name: string;
            opinion: string;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            subject: string;
            /** Format: int32 */
            version: number;
        };
        Hold: {
            /** Format: int64 */
            current: number;
            /** Format: int64 */
            deleted: number;
            reason: string;
        };
        ImportMessage: {
            column: string;
            error: boolean;
            found: string;
            /** @enum {string} */
            id: "NOT_A_NUMBER" | "UNIT_IN_NUMBER" | "UNKNOWN_WORD" | "UNKNOWN_TYPE" | "ANSWER_WITHOUT_FIELD" | "UNKNOWN_COLUMN" | "SYSTEM_NAME" | "DUPLICATE_NAME" | "EXISTING_NAME" | "CODE_MALFORMED" | "CODE_OTHER_CLASS" | "CODE_UNKNOWN" | "PROVIDER_BLANK" | "PROVIDER_OTHER" | "PROVIDER_CODE_MALFORMED" | "PROVIDER_CODE_CHECK" | "SUMMARY_BLANK" | "FORMAT_MODE" | "ENTRY_INVALID" | "ENTRY_INCOMPLETE";
            message: components["schemas"]["LocalizedText"];
            /** Format: int32 */
            row: number;
        };
        ImportReport: {
            codes: string[];
            /** Format: int32 */
            datasets: number;
            dryRun: boolean;
            /** Format: int32 */
            errors: number;
            messages: components["schemas"]["ImportMessage"][];
            taken: boolean;
            /** Format: int32 */
            warnings: number;
        };
        IntakeChoice: {
            code: string;
            name: components["schemas"]["LocalizedText"];
        };
        IntakeField: {
            choices: components["schemas"]["IntakeChoice"][];
            classifications: string[];
            codeList: string;
            departments: string[];
            /** Format: date */
            from: string;
            hint: components["schemas"]["LocalizedText"];
            id: string;
            name: components["schemas"]["LocalizedText"];
            required: boolean;
            /** @enum {string} */
            type: "TEXT" | "NUMBER" | "DAY" | "FLAG" | "CHOICE";
        };
        IntakeFieldRequest: {
            choices: components["schemas"]["IntakeChoice"][];
            classifications: string[];
            codeList: string;
            departments: string[];
            /** Format: date */
            from: string;
            hint: components["schemas"]["LocalizedText"];
            id: string;
            name: components["schemas"]["LocalizedText"];
            required: boolean;
            /** @enum {string} */
            type: "TEXT" | "NUMBER" | "DAY" | "FLAG" | "CHOICE";
        };
        IntakeFormList: {
            items: components["schemas"]["IntakeFormView"][];
        };
        IntakeFormRequest: {
            fields: components["schemas"]["IntakeFieldRequest"][];
            reason: string;
        };
        IntakeFormView: {
            /** Format: date-time */
            changedAt: string;
            fields: components["schemas"]["IntakeField"][];
            reason: string;
            /** Format: int32 */
            version: number;
        };
        Item: {
            expected: string;
            field: string;
            found: string;
            key: string;
            message: components["schemas"]["LocalizedText"];
            /** Format: uuid */
            resolvedBy: string;
            /** Format: int64 */
            row: number;
            rule: string;
        };
        JobList: {
            items: components["schemas"]["JobView"][];
        };
        JobResultView: {
            /** Format: int64 */
            bytes: number;
            /** Format: date-time */
            expiresAt: string;
            fileName: string;
            href: string;
            mediaType: string;
            /** Format: int64 */
            rows: number;
            sha256: string;
        };
        JobView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            done: number;
            error: string;
            /** Format: date-time */
            finishedAt: string;
            /** Format: uuid */
            id: string;
            kind: string;
            result: components["schemas"]["JobResultView"];
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "EXPIRED";
            /** Format: int64 */
            total: number;
        };
        JsonApi: components["schemas"]["SourceSettings"] & {
            headerName?: string;
            /** Format: int32 */
            intervalSeconds?: number;
            itemsPointer?: string;
            nextPointer?: string;
            pageParameter?: string;
            /** Format: int32 */
            pageSize?: number;
            /** @enum {string} */
            paging?: "NONE" | "PAGE" | "NEXT_LINK";
            sizeParameter?: string;
            url?: string;
        };
        JsonNode: {
            array: boolean;
            bigDecimal: boolean;
            bigInteger: boolean;
            binary: boolean;
            boolean: boolean;
            container: boolean;
            double: boolean;
            embeddedValue: boolean;
            empty: boolean;
            float: boolean;
            floatingPointNumber: boolean;
            int: boolean;
            integralNumber: boolean;
            long: boolean;
            missingNode: boolean;
            /** @enum {string} */
            nodeType: "ARRAY" | "BINARY" | "BOOLEAN" | "MISSING" | "NULL" | "NUMBER" | "OBJECT" | "POJO" | "STRING";
            null: boolean;
            number: boolean;
            object: boolean;
            pojo: boolean;
            short: boolean;
            string: boolean;
            /** @deprecated */
            textual: boolean;
            valueNode: boolean;
        };
        LedgerEntry: {
            entry: components["schemas"]["EntryView"];
            evaluated: components["schemas"]["Evaluated"];
            /** @enum {string} */
            found: "NAMED" | "INDEXED" | "EVALUATED" | "UNDECIDED";
        };
        LedgerPage: {
            entries: components["schemas"]["LedgerEntry"][];
            /** Format: int64 */
            next: number;
            tokens: string[];
        };
        LedgerRequest: {
            /** Format: int64 */
            after: number;
            dataset: string;
            identifier: string;
            key: {
                [key: string]: string;
            };
            kind: string;
            /** Format: int32 */
            limit: number;
        };
        LiabilityList: {
            items: components["schemas"]["LiabilityView"][];
        };
        LiabilityView: {
            deadline: components["schemas"]["DeadlineView"];
            department: string;
            /** Format: date-time */
            overdueAt: string;
            /** @enum {string} */
            violation: "LATE_REPLY" | "LATE_DELIVERY" | "LATE_CORRECTION" | "LATE_CATALOG_UPDATE" | "LATE_CATALOG_REVIEW";
            /** Format: int32 */
            workingDaysLate: number;
        };
        LineageEdge: {
            access: string;
            from: string;
            /** @enum {string} */
            kind: "FEEDS" | "HOLDS" | "FILLS" | "DESCRIBES" | "PART_OF" | "PROVIDES" | "GIVEN" | "USED_BY" | "BELONGS_TO";
            to: string;
        };
        LineageGraph: {
            edges: components["schemas"]["LineageEdge"][];
            nodes: components["schemas"]["LineageNode"][];
        };
        LineageNode: {
            id: string;
            /** @enum {string} */
            kind: "SOURCE" | "COLUMN" | "FIELD" | "SCHEMA" | "DATASET" | "GRANT" | "CLIENT" | "DEPARTMENT";
            /** Format: int32 */
            level: number;
            name: string;
            state: string;
            title: components["schemas"]["LocalizedText"];
            type: string;
        };
        LocalizedText: {
            en: string;
            zh: string;
        };
        LogBar: {
            /** Format: int64 */
            count: number;
            /** Format: date-time */
            from: string;
            /** Format: int64 */
            refused: number;
        };
        LogExportRequest: {
            filter?: components["schemas"]["LogFilter"];
            /** @enum {string} */
            format: "NDJSON" | "CSV";
        };
        LogFacet: {
            /** Format: int64 */
            count: number;
            value: string;
        };
        LogFilter: {
            client: string;
            dataset: string;
            department: string;
            from: string;
            grant: string;
            kind: string;
            outcome: string;
            purpose: string;
            q: string;
            subject: string;
            to: string;
            traceId: string;
        };
        LogOverview: {
            facets: {
                [key: string]: components["schemas"]["LogFacet"][];
            };
            histogram: components["schemas"]["LogBar"][];
            interval: string;
            /** Format: int64 */
            total: number;
        };
        MailboxList: {
            items: components["schemas"]["MailboxView"][];
        };
        MailboxRequest: {
            address: string;
        };
        MailboxView: {
            address: string;
            role: string;
        };
        MaskedField: {
            field: string;
            /** Format: int32 */
            id: number;
            mask: string;
        };
        Me: {
            department: string;
            departments: string[];
            name: string;
            roles: string[];
            subject: string;
        };
        MissingField: {
            field: string;
            title: components["schemas"]["LocalizedText"];
        };
        MissingItem: {
            answer: string;
            missing: string;
        };
        NoticeDeliveryList: {
            items: components["schemas"]["NoticeDeliveryView"][];
        };
        NoticeDeliveryView: {
            /** Format: int32 */
            attempts: number;
            error: string;
            /** Format: date-time */
            finishedAt: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            nextAt: string;
            /** Format: uuid */
            notice: string;
            /** @enum {string} */
            state: "WAITING" | "SENT" | "GIVEN_UP";
        };
        NoticeList: {
            items: components["schemas"]["NoticeView"][];
            /** Format: int32 */
            unread: number;
        };
        NoticeReadingRequest: {
            notices: string[];
        };
        NoticeReadingView: {
            /** Format: int32 */
            unread: number;
        };
        NoticeView: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            readAt: string;
            role: string;
            subject: components["schemas"]["SubjectView"];
            text: components["schemas"]["LocalizedText"];
            title: components["schemas"]["LocalizedText"];
        };
        Overlap: {
            dataset: string;
            department: string;
            /** @enum {string} */
            kind: "TITLE" | "ELEMENT";
            title: components["schemas"]["LocalizedText"];
            value: string;
        };
        Overlaps: {
            items: components["schemas"]["Overlap"][];
        };
        PolicyView: {
            /** Format: int64 */
            holdAboveRows: number;
            /** Format: double */
            holdAboveShare: number;
            paused: boolean;
            /** Format: int64 */
            rejectAboveRows: number;
            /** Format: double */
            rejectAboveShare: number;
        };
        Problem: {
            code: string;
            detail: string;
        };
        ProjectionView: {
            /** Format: int64 */
            behind: number;
            /** Format: int64 */
            compared: number;
            /** Format: date-time */
            differenceAt: string;
            /** Format: int64 */
            differenceIndex: number;
            /** Format: int64 */
            differences: number;
            /** Format: date-time */
            failingSince: string;
            failure: string;
            /** Format: double */
            lagSeconds: number;
            /** Format: date-time */
            roundEndedAt: string;
            /** Format: int64 */
            rounds: number;
            /** Format: int64 */
            size: number;
            /** @enum {string} */
            work: "OFF" | "WAITING" | "REBUILDING" | "CATCHING_UP" | "CURRENT";
        };
        ProposalEvidence: {
            /** @enum {string} */
            kind: "SAME_NAME" | "SIMILAR_NAME" | "TELLS_ROWS_APART" | "VALUES_FIT" | "VALUES_DO_NOT_FIT";
            /** Format: double */
            share: number;
            text: components["schemas"]["LocalizedText"];
        };
        ProposedColumn: {
            alternatives: components["schemas"]["FieldAlternative"][];
            column: string;
            /** Format: double */
            confidence: number;
            evidence: components["schemas"]["ProposalEvidence"][];
            field: string;
            /** Format: double */
            passing: number;
            title: components["schemas"]["LocalizedText"];
        };
        ProposedStandard: {
            avro: components["schemas"]["JsonNode"];
            check: components["schemas"]["SampleCheck"];
            columns: components["schemas"]["ProposedColumn"][];
            dataset: string;
            mapping: components["schemas"]["JsonNode"];
            /** Format: double */
            score: number;
            /** Format: double */
            share: number;
            title: components["schemas"]["LocalizedText"];
            unfilledMandatory: components["schemas"]["MissingField"][];
            version: string;
        };
        Provider: {
            checkCharacter: boolean;
            code: string;
            title: components["schemas"]["LocalizedText"];
            uscc: string;
        };
        QualityDay: {
            /** Format: int64 */
            batches: number;
            /** Format: date */
            day: string;
            dimensions: components["schemas"]["DimensionScore"][];
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "E";
            /** Format: int64 */
            rejectedBatches: number;
            /** Format: double */
            score: number;
        };
        QualityTrend: {
            days: components["schemas"]["QualityDay"][];
        };
        QuarantinePage: {
            items: components["schemas"]["Item"][];
        };
        Ranking: {
            /** Format: double */
            code: number;
            /** Format: double */
            department: number;
            /** Format: double */
            exactTitle: number;
            /** Format: double */
            fields: number;
            /** Format: double */
            keywords: number;
            /** Format: double */
            pinyin: number;
            /** Format: double */
            summary: number;
            /** Format: double */
            title: number;
        };
        Reason: {
            /** Format: int64 */
            count: number;
            field: string;
            rule: string;
        };
        RecordList: {
            items: {
                [key: string]: unknown;
            }[];
        };
        RelatedDataset: {
            code: string;
            department: string;
            resourceCode: string;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
            title: components["schemas"]["LocalizedText"];
        };
        RelatedDatasets: {
            namedBy: components["schemas"]["RelatedDataset"][];
            names: components["schemas"]["RelatedDataset"][];
        };
        ReleaseDigest: {
            digest: string;
            /** Format: int64 */
            records: number;
            /** Format: int64 */
            release: number;
        };
        ReleaseList: {
            items: components["schemas"]["ReleaseView"][];
        };
        ReleaseView: {
            /** Format: uuid */
            batch: string;
            /** Format: int64 */
            deleted: number;
            /** Format: int64 */
            firstSeq: number;
            /** Format: int64 */
            inserted: number;
            /** Format: int64 */
            lastSeq: number;
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            publishedAt: string;
            /** Format: int32 */
            schemaVersion: number;
            /** Format: int64 */
            superseded: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            undoes: number;
            /** Format: int64 */
            updated: number;
        };
        RenewalRequest: {
            reason: string;
            /** Format: date */
            until: string;
        };
        Reshare: {
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            dataset: string;
            /** Format: date-time */
            decidedAt: string;
            decidedBy: string;
            department: string;
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            id: string;
            opinion: string;
            provider: string;
            /** @enum {string} */
            state: "ASKED" | "CONSENTED" | "REFUSED" | "REVOKED";
            statement: components["schemas"]["ReshareStatement"];
            /** Format: int32 */
            version: number;
        };
        ReshareList: {
            items: components["schemas"]["Reshare"][];
        };
        ReshareRequest: {
            basis: string;
            fields: string[];
            protection: string;
            purpose: string;
            thirdParty: string;
            /** Format: date */
            until: string;
        };
        ReshareStatement: {
            basis: string;
            fields: string[];
            protection: string;
            purpose: string;
            thirdParty: string;
            /** Format: date */
            until: string;
        };
        Retry: {
            /** Format: int32 */
            failures: number;
            /** Format: date-time */
            nextAt: string;
        };
        Review: {
            /** @enum {string} */
            decision: "APPROVE" | "RETURN";
            opinion: string;
            /** @enum {string} */
            stage: "REGISTRATION" | "PUBLICATION";
        };
        RowCondition: {
            field: string;
            /** @enum {string} */
            op: "EQ" | "IN" | "PREFIX" | "GE" | "LE";
            values: string[];
        };
        SampleCheck: {
            /** Format: int32 */
            accepted: number;
            findings: components["schemas"]["SampleFinding"][];
            /** Format: int32 */
            refused: number;
        };
        SampleFinding: {
            field: string;
            /** Format: int32 */
            firstRow: number;
            message: components["schemas"]["LocalizedText"];
            /** Format: int32 */
            rows: number;
            rule: string;
            /** @enum {string} */
            severity: "ERROR" | "WARNING";
        };
        SampleView: {
            form: string;
            headers: string[];
            kind: string;
            /** Format: int32 */
            rows: number;
            truncated: boolean;
        };
        SchemaProposal: {
            keyCandidates: string[];
            sample: components["schemas"]["SampleView"];
            schema: components["schemas"]["JsonNode"];
            standards: components["schemas"]["ProposedStandard"][];
        };
        ServiceChange: {
            /** Format: date-time */
            announcedAt: string;
            announcedBy: string;
            answers: components["schemas"]["ChangeAnswer"][];
            dataset: string;
            description: string;
            /** Format: date */
            effectiveOn: string;
            filing: components["schemas"]["Filing"];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "CHANGE" | "STOP";
            provider: string;
            reason: string;
            /** @enum {string} */
            state: "ANNOUNCED" | "FILED" | "ACCEPTED" | "EFFECTIVE" | "CANCELLED";
            /** Format: int32 */
            version: number;
        };
        ServiceChangeFiling: {
            negotiation: string;
        };
        ServiceChangeList: {
            items: components["schemas"]["ServiceChange"][];
        };
        ServiceChangeRequest: {
            dataset: string;
            description: string;
            /** Format: date */
            effectiveOn: string;
            /** @enum {string} */
            kind: "CHANGE" | "STOP";
            reason: string;
        };
        SourceList: {
            items: components["schemas"]["SourceView"][];
        };
        SourceRequest: {
            code: string;
            kind: string;
            mapping: components["schemas"]["JsonNode"];
            mode: string;
            settings: components["schemas"]["JsonNode"];
            title: components["schemas"]["SourceTitle"];
        };
        SourceSettings: unknown;
        SourceTitle: {
            en: string;
            zh: string;
        };
        SourceView: {
            client: string;
            code: string;
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            /** @enum {string} */
            kind: "DATABASE_TABLE" | "CSV_FOLDER" | "XLSX_FOLDER" | "JSON_API";
            lastError: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            mode: "UPSERT" | "SNAPSHOT";
            processGroup: string;
            /** Format: int64 */
            queued: number;
            settings: components["schemas"]["CsvFolder"] | components["schemas"]["DatabaseTable"] | components["schemas"]["JsonApi"] | components["schemas"]["XlsxFolder"];
            /** @enum {string} */
            state: "PROVISIONING" | "RUNNING" | "STOPPED" | "FAILED" | "DELETING";
            title: components["schemas"]["LocalizedText"];
        };
        StandingConsentList: {
            items: components["schemas"]["StandingConsentView"][];
        };
        StandingConsentRequest: {
            dataset: string;
            opinion: string;
        };
        StandingConsentView: {
            dataset: string;
            /** Format: date-time */
            givenAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            opinion: string;
            provider: string;
            reason: string;
            /** Format: date-time */
            revokedAt: string;
            revokedBy: string;
        };
        StatedCondition: {
            field: string;
            scope: string;
            usage: string;
        };
        StatedReason: {
            reason: string;
        };
        Statement: {
            basis: string;
            items: string[];
            need: string;
            scenario: string;
            title: string;
        };
        StatementEntry: {
            entry: string;
            evaluated: components["schemas"]["Evaluated"];
            /** @enum {string} */
            found: "NAMED" | "INDEXED" | "EVALUATED" | "UNDECIDED";
            /** Format: int64 */
            index: number;
            proof: string[];
            readable: components["schemas"]["EntryView"];
        };
        StreamingResponseBody: unknown;
        Stretch: {
            /** Format: int64 */
            counted: number;
            /** Format: int64 */
            first: number;
            /** Format: int64 */
            firstSlot: number;
            /** Format: int64 */
            last: number;
            /** Format: int64 */
            lastSlot: number;
            /** Format: int64 */
            limit: number;
            /** Format: int64 */
            missed: number;
            /** Format: int64 */
            near: number;
        };
        SubjectStatement: {
            checkpoint: string;
            entries: components["schemas"]["StatementEntry"][];
            format: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: int64 */
            next: number;
            origin: string;
            tokens: string[];
        };
        SubjectView: {
            id: string;
            link: string;
            title: components["schemas"]["LocalizedText"];
            type: string;
        };
        Supplement: {
            /** Format: date-time */
            answeredAt: string;
            answeredBy: string;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            items: components["schemas"]["MissingItem"][];
        };
        SupplementAsked: {
            items: string[];
        };
        SupplementGiven: {
            answers: string[];
            application: components["schemas"]["ApplicationRequest"];
        };
        TakenBack: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        TicketStep: {
            /** Format: date-time */
            at: string;
            by: string;
            /** @enum {string} */
            move: "PROVIDER_UPHOLDS" | "PROVIDER_REJECTS" | "CONSUMER_DISPUTES" | "DISPUTE_UPHOLDS" | "DISPUTE_REJECTS" | "CONSUMER_ACCEPTS" | "PUBLISHED" | "CONSUMER_WITHDRAWS";
            words: string;
        };
        TimeLimitReport: {
            /** Format: date */
            from: string;
            items: components["schemas"]["TimeLimitRow"][];
            provisional: boolean;
            /** Format: date */
            to: string;
        };
        TimeLimitRow: {
            /** Format: int32 */
            cancelled: number;
            department: string;
            /** @enum {string} */
            kind: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
            /** Format: int32 */
            late: number;
            /** Format: double */
            meanWorkingDays: number;
            /** Format: int32 */
            met: number;
            /** Format: int32 */
            open: number;
            /** Format: int32 */
            overdue: number;
        };
        UndoReason: {
            reason: string;
        };
        UploadQuotaRequest: {
            /** Format: int64 */
            bytesPerDay: number;
        };
        UploadQuotaView: {
            /** Format: int64 */
            bytesPerDay: number;
            /** Format: int64 */
            resetsInSeconds: number;
            /** Format: int64 */
            usedToday: number;
        };
        UsageAccount: {
            destruction: string;
            /** Format: date */
            from: string;
            process: string;
            results: string;
            scenario: string;
            storage: string;
            /** Format: date */
            until: string;
        };
        UsageRecord: {
            dataset: string;
            department: string;
            destruction: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            id: string;
            process: string;
            provider: string;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string;
            results: string;
            scenario: string;
            storage: string;
            /** Format: date */
            until: string;
        };
        UsageRecordList: {
            items: components["schemas"]["UsageRecord"][];
        };
        Verification: {
            fields: {
                [key: string]: "MATCH" | "NO_MATCH" | "NO_RECORD" | "REFUSED";
            };
            /** @enum {string} */
            result: "MATCH" | "NO_MATCH" | "NO_RECORD" | "REFUSED";
        };
        VerificationBatch: {
            items: components["schemas"]["VerificationRequest"][];
        };
        VerificationRequest: {
            claims: {
                [key: string]: components["schemas"]["JsonNode"];
            };
            key: {
                [key: string]: components["schemas"]["JsonNode"];
            };
        };
        Verifications: {
            items: components["schemas"]["Verification"][];
        };
        VersionItem: {
            deleted: boolean;
            /** Format: date-time */
            endedAt: string;
            /** Format: date-time */
            publishedAt: string;
            record: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            release: number;
            /** Format: int64 */
            until: number;
        };
        VersionList: {
            items: components["schemas"]["VersionItem"][];
        };
        Versions: {
            items: components["schemas"]["ContractView"][];
        };
        WebhookList: {
            items: components["schemas"]["WebhookView"][];
        };
        WebhookRequest: {
            kinds: string[];
            url: string;
        };
        WebhookView: {
            /** Format: date-time */
            createdAt: string;
            department: string;
            enabled: boolean;
            /** Format: uuid */
            id: string;
            kinds: string[];
            /** Format: date-time */
            rotatedAt: string;
            secret: string;
            /** Format: uri */
            url: string;
        };
        Who: {
            client: string;
            department: string;
            subject: string;
        };
        WithdrawalView: {
            /** Format: date */
            endsOn: string;
            /** Format: date-time */
            filedAt: string;
            filing: string;
            negotiation: string;
            /** Format: date-time */
            proposedAt: string;
            reason: string;
        };
        WorkingDaysEnd: {
            /** Format: int32 */
            days: number;
            /** Format: date-time */
            dueAt: string;
            /** Format: date */
            dueOn: string;
            provisional: boolean;
            /** Format: date */
            received: string;
        };
        WorkingDayView: {
            /** Format: date */
            day: string;
            name: components["schemas"]["LocalizedText"];
            working: boolean;
        };
        WorkingYearRequest: {
            days: components["schemas"]["WorkingDayView"][];
            source: string;
        };
        WorkingYearView: {
            days: components["schemas"]["WorkingDayView"][];
            provisional: boolean;
            source: string;
            /** Format: int32 */
            workingDays: number;
            /** Format: int32 */
            year: number;
        };
        XlsxFolder: components["schemas"]["SourceSettings"] & {
            folder?: string;
            /** Format: int32 */
            headerRow?: number;
            /** Format: int32 */
            intervalSeconds?: number;
            sheet?: string;
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
    accessExplanationsExplain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplanationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExplanation"];
                };
            };
        };
    };
    applicationList: {
        parameters: {
            query?: {
                cursor?: string;
                dataset?: string;
                limit?: number;
                state?: "SUBMITTED" | "APPLICANT_CONSENTED" | "SUPPLEMENTING" | "GRANTED" | "REFUSED" | "WITHDRAWN";
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
                    "application/json": components["schemas"]["ApplicationList"];
                };
            };
        };
    };
    applicationSubmit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationGet: {
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
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationDecide: {
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
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationDecideTime: {
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
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationAskTime: {
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
                "application/json": components["schemas"]["ExtensionAsked"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationAsk: {
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
                "application/json": components["schemas"]["SupplementAsked"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationSupplement: {
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
                "application/json": components["schemas"]["SupplementGiven"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    applicationWithdraw: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    auditorList: {
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
                    "application/json": components["schemas"]["AuditorList"];
                };
            };
        };
    };
    caseList: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                rule?: string;
                state?: "OPEN" | "ASSIGNED" | "CLOSED";
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
                    "application/json": components["schemas"]["CaseList"];
                };
            };
        };
    };
    caseOne: {
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
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
        };
    };
    caseMove: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
        };
    };
    entrySearch: {
        parameters: {
            query?: {
                client?: string | null;
                cursor?: number;
                dataset?: string | null;
                department?: string | null;
                from?: string | null;
                grant?: string | null;
                kind?: string | null;
                limit?: number;
                outcome?: string | null;
                overview?: boolean;
                purpose?: string | null;
                q?: string | null;
                subject?: string | null;
                to?: string | null;
                traceId?: string | null;
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
                    "application/json": components["schemas"]["EntryList"];
                };
            };
        };
    };
    entryEntry: {
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
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    entryReceipt: {
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
        };
    };
    logExportExport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    ledgerLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
        };
    };
    projectionProjection: {
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
                    "application/json": components["schemas"]["ProjectionView"];
                };
            };
        };
    };
    projectionRebuild: {
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
                    "application/json": components["schemas"]["ProjectionView"];
                };
            };
        };
    };
    ruleList: {
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
                    "application/json": components["schemas"]["AnomalyRuleList"];
                };
            };
        };
    };
    ruleOne: {
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
                    "application/json": components["schemas"]["AnomalyRuleView"];
                };
            };
        };
    };
    ruleChange: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnomalyRuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnomalyRuleView"];
                };
            };
        };
    };
    ledgerStatement: {
        parameters: {
            query?: {
                as?: "JSON" | "HTML";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectStatement"];
                    "text/html": string;
                };
            };
        };
    };
    batchBatch: {
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
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    batchDecisionApprove: {
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
                "application/json": components["schemas"]["DecisionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    batchDecisionCancel: {
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
                "application/json": components["schemas"]["DecisionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    batchCommit: {
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
                "application/json": components["schemas"]["CommitRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    batchPart: {
        parameters: {
            query?: never;
            header: {
                "Content-Digest": string;
                "Content-Encoding"?: string;
                "Content-Type": string;
            };
            path: {
                id: string;
                n: number;
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
        };
    };
    qualityBatch: {
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
                    "application/json": components["schemas"]["BatchQualityView"];
                };
            };
        };
    };
    quarantineItems: {
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
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
        };
    };
    quarantineFile: {
        parameters: {
            query?: {
                format?: string;
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
                };
            };
        };
    };
    batchReceipt: {
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
        };
    };
    batchRejects: {
        parameters: {
            query?: never;
            header: {
                "Content-Digest": string;
                "Content-Encoding"?: string;
                "Content-Type": string;
            };
            path: {
                id: string;
                n: number;
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
        };
    };
    dcatCatalog: {
        parameters: {
            query?: {
                cursor?: string;
                format?: "TURTLE" | "JSONLD";
                limit?: number;
            };
            header?: {
                Accept?: string;
            };
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
                    "application/ld+json": Record<string, never>;
                    "text/turtle": string;
                };
            };
        };
    };
    catalogFeedList: {
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
                    "application/json": components["schemas"]["CatalogChanges"];
                };
            };
        };
    };
    catalogFilesGive: {
        parameters: {
            query: {
                department?: string;
                format: "XLSX" | "CSV" | "JSON";
                q?: string;
                state?: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
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
                content?: never;
            };
        };
    };
    catalogFilesTake: {
        parameters: {
            query: {
                dryRun?: boolean;
                format: "XLSX" | "CSV" | "JSON";
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
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
        };
    };
    appClientList: {
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
                    "application/json": components["schemas"]["AppClientList"];
                };
            };
        };
    };
    appClientMake: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppClientRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppClientMade"];
                };
            };
        };
    };
    appClientGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
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
                    "application/json": components["schemas"]["AppClient"];
                };
            };
        };
    };
    appClientRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppClientRevocation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppClient"];
                };
            };
        };
    };
    appClientRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppClientRotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppClientMade"];
                };
            };
        };
    };
    correctionNotices: {
        parameters: {
            query?: {
                open?: boolean;
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
                    "application/json": components["schemas"]["CorrectionNoticeList"];
                };
            };
        };
    };
    correctionAcknowledge: {
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
        };
    };
    correctionList: {
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
                    "application/json": components["schemas"]["CorrectionList"];
                };
            };
        };
    };
    correctionGet: {
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
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
        };
    };
    correctionMove: {
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
                "application/json": components["schemas"]["CorrectionMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
        };
    };
    datasetList: {
        parameters: {
            query?: {
                changeState?: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
                cursor?: string;
                department?: string;
                limit?: number;
                q?: string;
                state?: "DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED";
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
                    "application/json": components["schemas"]["DatasetList"];
                };
            };
        };
    };
    datasetRegister: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Entry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetGet: {
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
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetAmend: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Entry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    assessmentList: {
        parameters: {
            query?: {
                edition?: number;
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
                    "application/json": components["schemas"]["AssessmentFileList"];
                };
            };
        };
    };
    assessmentAttach: {
        parameters: {
            query: {
                fileName: string;
            };
            header?: never;
            path: {
                assessment: "SECRECY" | "PERSONAL_INFORMATION";
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
                    "application/json": components["schemas"]["AssessmentFile"];
                };
            };
        };
    };
    assessmentContent: {
        parameters: {
            query?: {
                edition?: number;
            };
            header?: never;
            path: {
                assessment: "SECRECY" | "PERSONAL_INFORMATION";
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
                    "application/octet-stream": string;
                };
            };
        };
    };
    batchBatches: {
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
                    "application/json": components["schemas"]["BatchPage"];
                };
            };
        };
    };
    batchOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    datasetLifeChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetLifeExtendChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeExtension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetLifeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetLifeDiscard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    datasetLifeEditions: {
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
                    "application/json": components["schemas"]["EditionList"];
                };
            };
        };
    };
    datasetLifeDifferences: {
        parameters: {
            query: {
                from: number;
                to: number;
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
                    "application/json": components["schemas"]["DifferenceList"];
                };
            };
        };
    };
    datasetLifeHistory: {
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
                    "application/json": components["schemas"]["DatasetHistory"];
                };
            };
        };
    };
    ingestPolicyGet: {
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
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
        };
    };
    ingestPolicySet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
        };
    };
    lineageGet: {
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
                    "application/json": components["schemas"]["LineageGraph"];
                };
            };
        };
    };
    relatedOverlaps: {
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
                    "application/json": components["schemas"]["Overlaps"];
                };
            };
        };
    };
    relatedProvider: {
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
                    "application/json": components["schemas"]["Provider"];
                };
            };
        };
    };
    qualityDataset: {
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
                    "application/json": components["schemas"]["DatasetScorecard"];
                };
            };
        };
    };
    qualityBatches: {
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
                    "application/json": components["schemas"]["BatchScores"];
                };
            };
        };
    };
    qualityTrend: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["QualityTrend"];
                };
            };
        };
    };
    relatedRelated: {
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
                    "application/json": components["schemas"]["RelatedDatasets"];
                };
            };
        };
    };
    releaseReleases: {
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
                    "application/json": components["schemas"]["ReleaseList"];
                };
            };
        };
    };
    releaseRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: number;
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
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
        };
    };
    releaseDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: number;
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
                    "application/json": components["schemas"]["ReleaseDigest"];
                };
            };
        };
    };
    releaseUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoReason"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
        };
    };
    datasetLifeReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    contractCurrent: {
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
                    "application/json": components["schemas"]["ContractView"];
                };
            };
        };
    };
    contractBind: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
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
                    "application/json": components["schemas"]["ContractView"];
                };
            };
        };
    };
    contractVersions: {
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
                    "application/json": components["schemas"]["Versions"];
                };
            };
        };
    };
    datasetLifeSubmit: {
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
                    "application/json": components["schemas"]["DatasetView"];
                };
            };
        };
    };
    recordChanges: {
        parameters: {
            query?: {
                /** @description from the Link of the answer before, which is there also when nothing has changed yet */
                cursor?: string;
                fields?: string;
                /** @description changes looked at; those of rows outside the grant are left out */
                limit?: number;
                /** @description seconds to wait where nothing has changed yet; the answer comes as soon as something has */
                wait?: number;
            };
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
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
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
        };
    };
    exportExport: {
        parameters: {
            query?: never;
            header?: {
                "Hub-Purpose"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    datasetDescriptionDescribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
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
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    recordPage: {
        parameters: {
            query?: {
                /** @description the moment at which the records are wanted; now when absent */
                asOf?: string;
                cursor?: string;
                fields?: string;
                /** @description field:op:value, op one of eq, in, prefix, ge, le; repeatable, all must hold */
                filter?: string[];
                limit?: number;
            };
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
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
                    "application/json": components["schemas"]["RecordList"];
                };
            };
        };
    };
    recordOne: {
        parameters: {
            query?: {
                /** @description the moment at which the records are wanted; now when absent */
                asOf?: string;
                fields?: string;
            };
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    recordVersions: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
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
                    "application/json": components["schemas"]["VersionList"];
                };
            };
        };
    };
    sourceList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
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
                    "application/json": components["schemas"]["SourceList"];
                };
            };
        };
    };
    sourceRegister: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceView"];
                };
            };
        };
    };
    recordVerify: {
        parameters: {
            query?: never;
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
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
        };
    };
    recordVerifyMany: {
        parameters: {
            query?: never;
            header?: {
                "Hub-Purpose"?: string;
            };
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationBatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verifications"];
                };
            };
        };
    };
    searchFind: {
        parameters: {
            query?: {
                /** @description First digit of the classification */
                class?: string[];
                department?: string[];
                format?: ("DATABASE" | "SPREADSHEET" | "FILE" | "SERVICE")[];
                level?: number[];
                /** @description 1 to 100 */
                limit?: number;
                offset?: number;
                open?: boolean;
                /** @description Up to 20 words, 200 characters */
                q?: string;
                shareAttribute?: ("UNCONDITIONAL" | "CONDITIONAL" | "REFUSED")[];
                shareMode?: ("SERVICE" | "BATCH" | "FILE")[];
                sort?: "RELEVANCE" | "UPDATED";
                state?: ("DRAFT" | "SUBMITTED" | "CONSENTED" | "REGISTERED" | "RETURNED" | "PUBLISHED" | "WITHDRAWING" | "WITHDRAWN" | "DISCARDED")[];
                updateCycle?: ("REALTIME" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY")[];
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
                    "application/json": components["schemas"]["DatasetFinds"];
                };
            };
        };
    };
    catalogProjectionProjection: {
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
                    "application/json": components["schemas"]["CatalogProjectionView"];
                };
            };
        };
    };
    catalogProjectionRebuild: {
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
                    "application/json": components["schemas"]["CatalogProjectionView"];
                };
            };
        };
    };
    rankingRanking: {
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
                    "application/json": components["schemas"]["Ranking"];
                };
            };
        };
    };
    rankingChange: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ranking"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
                };
            };
        };
    };
    deadlineLimitList: {
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
                    "application/json": components["schemas"]["DeadlineLimitList"];
                };
            };
        };
    };
    deadlineLimitOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
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
                    "application/json": components["schemas"]["DeadlineLimitView"];
                };
            };
        };
    };
    deadlineLimitSet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                kind: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineLimitRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineLimitView"];
                };
            };
        };
    };
    deadlineList: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string;
                kind?: "REPLY_UNCONDITIONAL" | "REPLY_CONDITIONAL" | "DELIVERY" | "CORRECTION" | "CATALOG_UPDATE" | "CATALOG_REVIEW" | "DISPOSAL" | "DISPUTE_REPLY" | "DISPUTE_DECISION" | "DISPUTE_APPEAL";
                limit?: number;
                standing?: "OPEN" | "OVERDUE" | "CLOSED";
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
                    "application/json": components["schemas"]["DeadlineList"];
                };
            };
        };
    };
    deadlineOne: {
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
                    "application/json": components["schemas"]["DeadlineView"];
                };
            };
        };
    };
    demandList: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "POSTED" | "ASSIGNED" | "OFFERED" | "DECLINED" | "WITHDRAWN";
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
                    "application/json": components["schemas"]["DemandList"];
                };
            };
        };
    };
    demandPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    demandGet: {
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
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    demandAnswer: {
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
                "application/json": components["schemas"]["DemandAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    demandAssign: {
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
                "application/json": components["schemas"]["DemandAssignment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    demandWithdraw: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    meDepartments: {
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
                    "application/json": components["schemas"]["DepartmentList"];
                };
            };
        };
    };
    uploadQuotaGet: {
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
                    "application/json": components["schemas"]["UploadQuotaView"];
                };
            };
        };
    };
    uploadQuotaSet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadQuotaRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadQuotaView"];
                };
            };
        };
    };
    noticeAddressList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
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
                    "application/json": components["schemas"]["MailboxList"];
                };
            };
        };
    };
    noticeAddressOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
                role: string;
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
                    "application/json": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    noticeAddressSet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                department: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailboxRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    noticeAddressRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
                role: string;
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
        };
    };
    noticeAddressDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "WAITING" | "SENT" | "GIVEN_UP";
            };
            header?: never;
            path: {
                department: string;
                role: string;
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
                    "application/json": components["schemas"]["NoticeDeliveryList"];
                };
            };
        };
    };
    disposalList: {
        parameters: {
            query?: {
                open?: boolean;
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
                    "application/json": components["schemas"]["DisposalList"];
                };
            };
        };
    };
    disputeList: {
        parameters: {
            query?: {
                about?: string;
                cursor?: string;
                limit?: number;
                open?: boolean;
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
                    "application/json": components["schemas"]["DisputeList"];
                };
            };
        };
    };
    disputeOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeView"];
                };
            };
        };
    };
    disputeGet: {
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
                    "application/json": components["schemas"]["DisputeView"];
                };
            };
        };
    };
    disputeMove: {
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
                "application/json": components["schemas"]["DisputeMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeView"];
                };
            };
        };
    };
    qualityAlerts: {
        parameters: {
            query?: {
                cleared?: boolean;
                cursor?: string;
                department?: string;
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
                    "application/json": components["schemas"]["FreshnessAlertList"];
                };
            };
        };
    };
    grantList: {
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
                    "application/json": components["schemas"]["GrantList"];
                };
            };
        };
    };
    correctionFlag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
        };
    };
    grantGet: {
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
                    "application/json": components["schemas"]["GrantView"];
                };
            };
        };
    };
    disposalCertify: {
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
                "application/json": components["schemas"]["DisposalCertificate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disposal"];
                };
            };
        };
    };
    grantRenew: {
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
                "application/json": components["schemas"]["RenewalRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    reshareAsk: {
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
                "application/json": components["schemas"]["ReshareRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reshare"];
                };
            };
        };
    };
    grantResume: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
        };
    };
    grantSuspend: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
        };
    };
    grantTerminate: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
        };
    };
    usageRecordAdd: {
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
                "application/json": components["schemas"]["UsageAccount"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageRecord"];
                };
            };
        };
    };
    intakeFormCurrent: {
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
                    "application/json": components["schemas"]["IntakeFormView"];
                };
            };
        };
    };
    intakeFormChange: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakeFormRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeFormView"];
                };
            };
        };
    };
    intakeFormVersions: {
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
                    "application/json": components["schemas"]["IntakeFormList"];
                };
            };
        };
    };
    intakeFormVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
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
                    "application/json": components["schemas"]["IntakeFormView"];
                };
            };
        };
    };
    jobList: {
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
                    "application/json": components["schemas"]["JobList"];
                };
            };
        };
    };
    jobJob: {
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
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    jobDrop: {
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
        };
    };
    jobResult: {
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
                    "*/*": string;
                };
            };
        };
    };
    meMe: {
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
        };
    };
    noticeList: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unread?: boolean;
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
                    "application/json": components["schemas"]["NoticeList"];
                };
            };
        };
    };
    noticeRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeReadingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeReadingView"];
                };
            };
        };
    };
    qualityScores: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string;
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
                    "application/json": components["schemas"]["DatasetScores"];
                };
            };
        };
    };
    reportLiabilities: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string;
                from?: string;
                limit?: number;
                to?: string;
                violation?: "LATE_REPLY" | "LATE_DELIVERY" | "LATE_CORRECTION" | "LATE_CATALOG_UPDATE" | "LATE_CATALOG_REVIEW";
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
                    "application/json": components["schemas"]["LiabilityList"];
                };
            };
        };
    };
    reportLiabilityFile: {
        parameters: {
            query?: {
                department?: string;
                from?: string;
                to?: string;
                violation?: "LATE_REPLY" | "LATE_DELIVERY" | "LATE_CORRECTION" | "LATE_CATALOG_UPDATE" | "LATE_CATALOG_REVIEW";
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
                };
            };
        };
    };
    reportTimeLimits: {
        parameters: {
            query?: {
                department?: string;
                from?: string;
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
                    "application/json": components["schemas"]["TimeLimitReport"];
                };
            };
        };
    };
    reportTimeLimitFile: {
        parameters: {
            query?: {
                department?: string;
                from?: string;
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
                };
            };
        };
    };
    reshareList: {
        parameters: {
            query?: {
                grant?: string;
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
                    "application/json": components["schemas"]["ReshareList"];
                };
            };
        };
    };
    reshareDecide: {
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
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reshare"];
                };
            };
        };
    };
    reshareRevoke: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reshare"];
                };
            };
        };
    };
    schemaProposalPropose: {
        parameters: {
            query?: {
                fileName?: string;
                standard?: string;
                title?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaProposal"];
                };
            };
        };
    };
    serviceChangeList: {
        parameters: {
            query?: {
                dataset?: string;
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
                    "application/json": components["schemas"]["ServiceChangeList"];
                };
            };
        };
    };
    serviceChangeAnnounce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceChangeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    serviceChangeGet: {
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
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    serviceChangeAnswer: {
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
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    serviceChangeCancel: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    serviceChangeDecide: {
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
                "application/json": components["schemas"]["FilingDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    serviceChangeFile: {
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
                "application/json": components["schemas"]["ServiceChangeFiling"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceChange"];
                };
            };
        };
    };
    sourceGet: {
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
                    "application/json": components["schemas"]["SourceView"];
                };
            };
        };
    };
    sourceAmend: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceView"];
                };
            };
        };
    };
    sourceRemove: {
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
                content?: never;
            };
        };
    };
    sourceMapping: {
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
                    "application/json": string;
                };
            };
        };
    };
    sourceStart: {
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
                    "application/json": components["schemas"]["SourceView"];
                };
            };
        };
    };
    sourceStop: {
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
                    "application/json": components["schemas"]["SourceView"];
                };
            };
        };
    };
    standingConsentList: {
        parameters: {
            query?: {
                dataset?: string;
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
                    "application/json": components["schemas"]["StandingConsentList"];
                };
            };
        };
    };
    standingConsentGive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingConsentView"];
                };
            };
        };
    };
    standingConsentRevoke: {
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
                "application/json": components["schemas"]["StatedReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingConsentView"];
                };
            };
        };
    };
    usageRecordList: {
        parameters: {
            query?: {
                cursor?: string;
                dataset?: string;
                grant?: string;
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
                    "application/json": components["schemas"]["UsageRecordList"];
                };
            };
        };
    };
    webhookList: {
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
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
        };
    };
    webhookMake: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    webhookRemove: {
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
        };
    };
    webhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "WAITING" | "SENT" | "GIVEN_UP";
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
                    "application/json": components["schemas"]["NoticeDeliveryList"];
                };
            };
        };
    };
    webhookRotate: {
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
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    workingDayYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
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
                    "application/json": components["schemas"]["WorkingYearView"];
                };
            };
        };
    };
    workingDayChange: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkingYearRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingYearView"];
                };
            };
        };
    };
    workingDayEnd: {
        parameters: {
            query: {
                days: number;
                received: string;
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
                    "application/json": components["schemas"]["WorkingDaysEnd"];
                };
            };
        };
    };
}
