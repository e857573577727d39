package org.exchangehub.schemas.workbook;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's pull parser, deaf to document types and external entities. */
final class Xml {

    /** Excel itself holds 32 767 characters in a cell; twice that, for writers that do not count. */
    private static final int LONGEST_TEXT = 65_534;

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** Moves to the next start of an element; false at the end of the document. */
    static boolean nextElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** An attribute whatever its namespace, as strict and transitional workbooks differ in them; empty without it. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /**
     * The text of all {@code t} elements within the current one, without phonetic guides; leaves the parser at its end.
     *
     * @throws WorkbookRefused when it is longer than any cell can be
     */
    static String runs(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int phonetic = 0;
        boolean inText = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic = depth;
                    }
                    inText = phonetic == 0 && xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    phonetic = phonetic == depth ? 0 : phonetic;
                    inText = false;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        append(text, xml);
                    }
                }
                default -> {}
            }
        }
        return unescaped(text.toString());
    }

    /** The text directly within the current element; leaves the parser at its end. */
    static String text(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, xml);
                default -> {}
            }
        }
        return unescaped(text.toString());
    }

    private static void append(StringBuilder text, XMLStreamReader xml) throws WorkbookRefused {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (text.length() > LONGEST_TEXT) {
            throw new WorkbookRefused(
                    "单元格文本超过 " + LONGEST_TEXT + " 个字符", "a cell holds more than " + LONGEST_TEXT + " characters");
        }
    }

    /** Characters XML cannot hold are written as _xHHHH_ (ISO/IEC 29500-1, 22.9.2.19). */
    private static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int done = 0;
        while (at >= 0) {
            if (text.length() > at + 6 && text.charAt(at + 6) == '_' && hex(text, at + 2)) {
                plain.append(text, done, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                done = at + 7;
            }
            at = text.indexOf("_x", Math.max(done, at + 1));
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static boolean hex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
