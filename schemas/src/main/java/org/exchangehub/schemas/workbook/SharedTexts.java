package org.exchangehub.schemas.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of a workbook refer to by number. */
final class SharedTexts {

    /** Characters counted for each text beside its own. */
    private static final int OVERHEAD = 32;

    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    static SharedTexts none() {
        return new SharedTexts(List.of());
    }

    /** @param most characters of all texts together, an object's overhead counted for each */
    static SharedTexts read(InputStream in, long most) throws XMLStreamException, WorkbookRefused {
        XMLStreamReader xml = Xml.reader(in);
        List<String> texts = new ArrayList<>();
        long characters = 0;
        while (Xml.nextElement(xml)) {
            if (xml.getLocalName().equals("si")) {
                String text = Xml.runs(xml);
                characters += text.length() + OVERHEAD;
                if (characters > most) {
                    throw new WorkbookRefused(
                            "工作簿中互不相同的文本过多，请拆分为多个文件",
                            "the workbook holds too many different texts; split it into several files");
                }
                texts.add(text);
            }
        }
        return new SharedTexts(texts);
    }

    Optional<String> get(String number) {
        if (!number.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number);
        return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }
}
