package org.exchangehub.schemas.inference;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the element that is repeated most, of several the outermost, as rows; attributes are {@code @name}, inner elements go by
 * their path. Document types and external entities are refused (CWE-611).
 */
final class XmlSample {

    private static final int DEEPEST = 64;

    private XmlSample() {}

    static Sample read(byte[] bytes, boolean more, Sample.Limits limits) {
        Rows rows = new Rows(limits);
        String row = repeated(bytes, more);
        try {
            take(bytes, row, rows);
        } catch (XMLStreamException e) {
            if (!more) {
                throw unreadable(e);
            }
        }
        if (more) {
            rows.cut();
        }
        return rows.sample("XML");
    }

    private static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /** The path of the rows' element. */
    private static String repeated(byte[] bytes, boolean more) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        try {
            XMLStreamReader reader = open(bytes);
            while (reader.hasNext()) {
                switch (next(reader)) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String parent = path.isEmpty() ? "" : path.getLast();
                        path.addLast(parent + "/" + reader.getLocalName());
                        if (!parent.isEmpty()) {
                            counts.putIfAbsent(parent, 1); // it has children: it may be a row
                        }
                        if (path.size() > DEEPEST) {
                            throw new Sample.Unreadable("the XML is nested deeper than " + DEEPEST + " elements");
                        }
                        counts.computeIfPresent(path.getLast(), (name, count) -> count + 1);
                    }
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            if (!more) {
                throw unreadable(e);
            }
        }
        String best = "";
        for (Map.Entry<String, Integer> element : counts.entrySet()) {
            if (best.isEmpty() || element.getValue() > counts.getOrDefault(best, 0)) {
                best = element.getKey();
            }
        }
        if (best.isEmpty()) {
            throw new Sample.Unreadable("expected XML with an element that holds others, found none");
        }
        return best;
    }

    private static int next(XMLStreamReader reader) throws XMLStreamException {
        int event;
        try {
            event = reader.next();
        } catch (MissingResourceException e) { // the JDK lacks the words for some of its own refusals
            throw new Sample.Unreadable("the text cannot be read as XML", e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Sample.Unreadable("document types and entities are not read");
        }
        return event;
    }

    private static void take(byte[] bytes, String rowPath, Rows rows) throws XMLStreamException {
        XMLStreamReader reader = open(bytes);
        String path = "";
        Map<String, String> row = new LinkedHashMap<>();
        boolean leaf = false;
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path = path + "/" + reader.getLocalName();
                    leaf = true;
                    text.setLength(0);
                    attributes(reader, path, rowPath, row);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (leaf && path.startsWith(rowPath + "/")) {
                        row.putIfAbsent(name(path, rowPath), text.toString().strip());
                    }
                    if (path.equals(rowPath)) {
                        if (rows.full()) {
                            rows.cut();
                            return;
                        }
                        rows.add(row);
                        row = new LinkedHashMap<>();
                    }
                    leaf = false;
                    path = path.substring(0, path.lastIndexOf('/'));
                }
                default -> {}
            }
        }
    }

    private static void attributes(XMLStreamReader reader, String path, String rowPath, Map<String, String> row) {
        if (!path.equals(rowPath) && !path.startsWith(rowPath + "/")) {
            return;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String inner = path.equals(rowPath) ? "" : name(path, rowPath) + ".";
            row.putIfAbsent(inner + "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private static String name(String path, String rowPath) {
        return path.substring(rowPath.length() + 1).replace('/', '.');
    }

    private static Sample.Unreadable unreadable(XMLStreamException e) {
        return new Sample.Unreadable("the text cannot be read as XML: " + e.getMessage(), e);
    }
}
