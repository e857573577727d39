package org.exchangehub.core.quality;

/**
 * The six sides of quality (GB/T 36344-2018, names from memory); docs/guides/quality.md defines each and
 * docs/decisions/0013 says why uniqueness stands for accuracy.
 */
enum Dimension {
    /** 完整性: mandatory values that are there. */
    COMPLETENESS,
    /** 规范性: values that keep the rules of their field. */
    VALIDITY,
    /** 准确性, as far as an exchange can see it: records whose key no other record of the batch has. */
    UNIQUENESS,
    /** 一致性: rules across fields and datasets that were kept. */
    CONSISTENCY,
    /** 时效性: days on which the dataset was not overdue against its update cycle. */
    TIMELINESS,
    /** 可访问性: slots of time in which the dataset was seen to be readable. */
    ACCESSIBILITY
}
