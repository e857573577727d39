package org.exchangehub.nifi;

import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The content as a whole cannot be read on, so that not even rejects can be made of it. */
final class UnreadableContent extends RuntimeException implements Localized {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText said;

    UnreadableContent(LocalizedText said, @Nullable Throwable cause) {
        super(said.en(), cause);
        this.said = said;
    }

    /** Because a reader failed; says what its innermost reason says. */
    static UnreadableContent because(Exception failure) {
        LocalizedText reason = reason(failure);
        return new UnreadableContent(
                new LocalizedText("内容无法读取：" + reason.zh(), "the content cannot be read: " + reason.en()), failure);
    }

    /** The innermost reason's words, or those of the first that knows both languages: readers wrap theirs in general ones. */
    static LocalizedText reason(Throwable failure) {
        Throwable inner = failure;
        while (!(inner instanceof Localized) && inner.getCause() != null) {
            inner = inner.getCause();
        }
        if (inner instanceof Localized localized) {
            return localized.said();
        }
        String message = inner.getMessage();
        String words = message == null ? inner.getClass().getSimpleName() : message;
        return new LocalizedText(words, words);
    }

    @Override
    public LocalizedText said() {
        return said;
    }
}
