package org.exchangehub.nifi.http;

import java.io.IOException;
import org.exchangehub.nifi.Localized;
import org.exchangehub.schemas.value.LocalizedText;

/** An API whose answer cannot be used; says what was expected and what was found, without anything secret. */
final class ApiRefused extends IOException implements Localized {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText said;

    ApiRefused(String zh, String en) {
        super(en);
        this.said = new LocalizedText(zh, en);
    }

    @Override
    public LocalizedText said() {
        return said;
    }
}
