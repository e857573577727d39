package org.exchangehub.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.exchangehub.core.audit.Ledger.Evaluated;
import org.exchangehub.core.audit.Statements.StatementEntry;
import org.exchangehub.core.audit.Statements.SubjectStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A statement as a page in Chinese and English, to be read and printed; what proves it is the JSON of the same statement. */
final class StatementPage {

    private static final Map<String, String> KINDS = Map.of(
            "ACCESS_DENIED", "访问被拒绝 · access refused",
            "CHANGES_READ", "读取数据变更 · changes read",
            "LEDGER_READ", "查询访问台账 · this ledger read",
            "RECORD_HISTORY_READ", "读取历史版本 · history read",
            "RECORD_READ", "读取一条记录 · record read",
            "RECORD_VERIFIED", "核验信息 · claim verified",
            "RECORDS_EXPORTED", "导出记录文件 · records exported to a file",
            "RECORDS_LISTED", "读取记录列表 · records listed",
            "STATEMENT_ISSUED", "出具本说明 · statement issued");

    private StatementPage() {}

    /** UTF-8 HTML without scripts or anything fetched from elsewhere. */
    static byte[] of(SubjectStatement statement) {
        StringBuilder rows = new StringBuilder();
        statement.entries().forEach(entry -> row(entry, rows));
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>数据访问说明 · Data access statement</title>
                <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}
                td,th{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top}</style></head><body>
                <h1>数据访问说明 · Data access statement</h1>
                <p>日志 · log: %s<br>出具时间 · made at: %s (UTC)<br>条目 · entries: %d%s</p>
                <table><thead><tr><th>序号 · index</th><th>时间 · when (UTC)</th><th>何事 · what</th><th>数据集 · dataset</th>
                <th>何人 · who</th><th>用途与依据 · why</th><th>字段 · fields</th><th>如何得知 · how it is known</th></tr></thead>
                <tbody>
                %s</tbody></table>
                <p>与本页同时出具的 JSON 文件可用日志公钥离线验证；它证明这些条目在日志中，不证明没有其他条目。<br>The JSON of this statement is
                verified offline with the log's public key; it proves that these entries are in the log, not that there are no
                others.</p></body></html>
                """.formatted(
                        escaped(statement.origin()),
                        statement.madeAt(),
                        statement.entries().size(),
                        statement.next() == null ? "" : "（未完，续页另附 · continued)",
                        rows)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StatementEntry entry, StringBuilder rows) {
        EntryView read = entry.readable();
        String who = escaped(read.who().department()) + "<br>"
                + escaped(read.who().client()) + "<br>" + escaped(read.who().subject());
        String why = escaped(read.purpose()) + "<br>" + escaped(read.basis())
                + (read.grant() == null ? "" : "<br>" + escaped(read.grant()));
        rows.append("<tr><td>").append(entry.index());
        cell(read.at().toString(), rows);
        cell(KINDS.getOrDefault(read.kind(), escaped(read.kind())), rows);
        cell(escaped(read.dataset()), rows);
        cell(who, rows);
        cell(why, rows);
        cell(escaped(String.join(", ", read.fields())), rows);
        cell(found(entry), rows);
        rows.append("</td></tr>\n");
    }

    private static void cell(String html, StringBuilder rows) {
        rows.append("</td><td>").append(html);
    }

    private static String found(StatementEntry entry) {
        Evaluated evaluated = entry.evaluated();
        String range = evaluated == null ? "" : "<br>" + escaped(range(evaluated));
        return switch (entry.found()) {
            case NAMED -> "条目中有您的标识 · the entry names you";
            case INDEXED -> "条目仅含摘要，索引列有您的标识 · the entry holds a digest, the index lists you under it";
            case EVALUATED -> "按历史推算：范围、条目数 · worked out from history: range of changes, how many concern you" + range;
            case UNDECIDED -> "无法确定 · cannot be told for sure" + range;
        };
    }

    private static String range(Evaluated evaluated) {
        Long after = evaluated.after();
        String range = after == null ? "版本 · release " + evaluated.release() : (after + 1) + "–" + evaluated.until();
        String many = evaluated.changes() == null ? "?" : evaluated.changes().toString();
        return evaluated.dataset() + " " + range + ": " + many;
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "–" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
