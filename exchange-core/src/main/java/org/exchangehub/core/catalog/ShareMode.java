package org.exchangehub.core.catalog;

/** The law's three ways of sharing (Decree 809, Art. 22). */
public enum ShareMode {
    /** 服务接口: queries, verification, change feed. */
    SERVICE,
    /** 批量交换: delivery into a database or a topic. */
    BATCH,
    /** 文件下载: export. */
    FILE
}
