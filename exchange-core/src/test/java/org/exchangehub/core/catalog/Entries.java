package org.exchangehub.core.catalog;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Catalog entries for tests. */
public final class Entries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Entries() {}

    /** A complete entry as JSON, to be changed as a test likes. */
    public static ObjectNode json() {
        return (ObjectNode) JSON.readTree("""
                {
                  "title": {"zh": "法人基础信息", "en": "Legal persons"},
                  "summary": {"zh": "全市法人登记的基础信息", "en": "Basic facts of registered legal persons"},
                  "classification": "102001",
                  "format": "DATABASE",
                  "updateCycle": "DAILY",
                  "shareAttribute": "CONDITIONAL",
                  "shareCondition": "行政许可业务",
                  "shareModes": ["SERVICE", "BATCH"],
                  "usageConditions": "仅限核验",
                  "open": false,
                  "nonSecret": true,
                  "assessments": {
                    "secrecy": {"conclusion": "不涉密", "approvedBy": "局长", "approvedOn": "2026-10-08"},
                    "personalInformation": {"conclusion": "脱敏", "approvedBy": "局长", "approvedOn": "2026-10-08"}
                  },
                  "level": 3,
                  "contact": {"name": "王敏", "phone": "0553-3000001"},
                  "keywords": ["法人", "证券代码"],
                  "overlapReason": "测试"
                }
                """);
    }

    static Entry of(ObjectNode json) {
        return JSON.treeToValue(json, Entry.class);
    }

    static Entry complete() {
        return of(json());
    }
}
