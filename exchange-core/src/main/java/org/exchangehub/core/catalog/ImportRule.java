package org.exchangehub.core.catalog;

import org.exchangehub.schemas.value.LocalizedText;

/**
 * What is looked for in an imported catalog: the filling errors reviewers are known to send back (发改高技〔2017〕1272号 in
 * practice), and what cannot be read. The name is the message's id.
 */
enum ImportRule {
    NOT_A_NUMBER(true, "应为整数", "a whole number is expected"),
    UNIT_IN_NUMBER(true, "数值单元格中不应带单位", "a number carries no unit"),
    UNKNOWN_WORD(true, "不在可选值之内", "not one of the words this column takes"),
    UNKNOWN_TYPE(
            true, "数据类型不在列表内：C、N、Y、D、T、L、M、G、B、I、F", "the data type is not one of C, N, Y, D, T, L, M, G, B, I, F"),
    ANSWER_WITHOUT_FIELD(true, "补充填报项应每行一项，写作“标识=内容”", "an answer of the intake form is a line of its own: id=answer"),
    UNKNOWN_COLUMN(true, "没有这样的列", "there is no such column"),
    SYSTEM_NAME(true, "目录名称不应使用系统名称", "the name is that of a system, not of the data"),
    DUPLICATE_NAME(
            true,
            "与本文件另一目录重名（仅数字、空格或标点不同）",
            "the same name as another dataset of this file, but for digits, spaces and punctuation"),
    EXISTING_NAME(
            false,
            "与已发布目录重名（仅数字、空格或标点不同），须说明理由",
            "the same name as a published dataset, but for digits, spaces and punctuation: a reason will be needed"),
    CODE_MALFORMED(
            true, "代码过短或格式不一致，应为六位分类码/顺序码", "the code is too short or of another form: six digits, slash, sequence"),
    CODE_OTHER_CLASS(true, "代码与分类不一致", "the code does not begin with the classification"),
    CODE_UNKNOWN(true, "本部门没有该代码的草稿或退回目录", "the department has no draft or returned dataset of this code"),
    PROVIDER_BLANK(true, "提供方为空", "the provider is blank"),
    PROVIDER_OTHER(true, "提供方不是本部门", "the provider is not the department that imports"),
    PROVIDER_CODE_MALFORMED(true, "提供方代码不是统一社会信用代码", "the provider's code is no unified social credit code"),
    PROVIDER_CODE_CHECK(false, "提供方代码校验位不符", "the provider's code does not end in its check character"),
    SUMMARY_BLANK(true, "摘要为空", "the summary is blank"),
    FORMAT_MODE(
            true,
            "格式与共享方式矛盾：文件类只能文件下载，数据库类只能服务接口或批量交换",
            "format and way of sharing contradict: files go as files, databases as service or batch"),
    ENTRY_INVALID(true, "不符合目录要求", "not as an entry must be"),
    ENTRY_INCOMPLETE(false, "提交前尚需填写", "needed before it can be handed in");

    private final boolean error;
    private final String zh;
    private final String en;

    ImportRule(boolean error, String zh, String en) {
        this.error = error;
        this.zh = zh;
        this.en = en;
    }

    /** Whether nothing of the file is taken because of it; else it is a warning. */
    boolean error() {
        return error;
    }

    LocalizedText said() {
        return new LocalizedText(zh, en);
    }
}
