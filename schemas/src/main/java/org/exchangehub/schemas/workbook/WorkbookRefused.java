package org.exchangehub.schemas.workbook;

import org.exchangehub.schemas.value.LocalizedText;

/** A workbook, or one of its rows, that cannot be read; says where and why. */
public final class WorkbookRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText said;

    public WorkbookRefused(LocalizedText said) {
        super(said.en());
        this.said = said;
    }

    public WorkbookRefused(String zh, String en) {
        this(new LocalizedText(zh, en));
    }

    /** The file is no zip archive or not all of it is there. */
    public static WorkbookRefused damaged(Exception why) {
        String reason = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        WorkbookRefused refused =
                new WorkbookRefused("文件不是完整的 XLSX 工作簿：" + reason, "the file is no whole XLSX workbook: " + reason);
        refused.initCause(why);
        return refused;
    }

    /** What is wrong. */
    public LocalizedText said() {
        return said;
    }
}
