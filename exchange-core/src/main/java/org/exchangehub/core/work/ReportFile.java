package org.exchangehub.core.work;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.exchangehub.core.work.ReportController.LiabilityView;
import org.exchangehub.schemas.encoding.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** Reports as CSV (RFC 4180) in UTF-8 with a byte order mark; what a spreadsheet would take for a formula is marked. */
final class ReportFile {

    private ReportFile() {}

    static void timeLimits(List<TimeLimits.Row> rows, OutputStream out) throws IOException {
        try (CsvWriter csv = begun(out)) {
            write(
                    csv,
                    "部门 department",
                    "事项 kind",
                    "按期办结 met",
                    "逾期办结 late",
                    "逾期未办 overdue",
                    "在办 open",
                    "撤销 cancelled",
                    "平均工作日 meanWorkingDays");
            for (TimeLimits.Row row : rows) {
                Double mean = row.meanWorkingDays();
                write(
                        csv,
                        row.department(),
                        said(row.kind()),
                        row.met(),
                        row.late(),
                        row.overdue(),
                        row.open(),
                        row.cancelled(),
                        mean == null ? null : String.format(Locale.ROOT, "%.2f", mean));
            }
        }
    }

    static void liabilities(List<LiabilityView> rows, OutputStream out) throws IOException {
        try (CsvWriter csv = begun(out)) {
            write(
                    csv,
                    "情形 violation",
                    "部门 department",
                    "事项 kind",
                    "依据 article",
                    "名称 title",
                    "编号 id",
                    "收到日 receivedOn",
                    "到期日 dueOn",
                    "办结 closedAt",
                    "状态 state",
                    "逾期工作日 workingDaysLate");
            for (LiabilityView row : rows) {
                DeadlineView deadline = row.deadline();
                write(
                        csv,
                        row.violation().title().zh() + " " + row.violation(),
                        row.department(),
                        said(deadline.kind()),
                        deadline.article(),
                        deadline.subject().title().zh(),
                        deadline.subject().type() + " " + deadline.subject().id(),
                        deadline.receivedOn(),
                        deadline.dueOn(),
                        deadline.closedAt(),
                        deadline.state(),
                        row.workingDaysLate());
            }
        }
    }

    private static CsvWriter begun(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        return CsvWriter.builder().build(writer);
    }

    private static void write(CsvWriter csv, @Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> SpreadsheetText.inert(Objects.toString(cell, "")))
                .toList());
    }

    private static String said(DeadlineKind kind) {
        return kind.title().zh() + " " + kind;
    }
}
