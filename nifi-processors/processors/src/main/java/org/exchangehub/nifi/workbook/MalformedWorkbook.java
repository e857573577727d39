package org.exchangehub.nifi.workbook;

import org.apache.nifi.serialization.MalformedRecordException;
import org.exchangehub.nifi.Localized;
import org.exchangehub.schemas.value.LocalizedText;
import org.exchangehub.schemas.workbook.WorkbookRefused;

/** A refusal of a workbook in the shape NiFi's record readers know. */
final class MalformedWorkbook extends MalformedRecordException implements Localized {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText said;

    MalformedWorkbook(WorkbookRefused refused) {
        super(refused.said().en(), refused);
        this.said = refused.said();
    }

    @Override
    public LocalizedText said() {
        return said;
    }
}
