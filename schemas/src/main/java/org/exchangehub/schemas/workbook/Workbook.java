package org.exchangehub.schemas.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XLSX file opened for reading: an archive of XML parts that refer to each other (ISO/IEC 29500-2). */
public final class Workbook implements Closeable {

    /**
     * What a workbook may cost to read.
     *
     * @param part bytes of one unpacked part
     * @param texts characters of all shared texts together, which are held in memory
     */
    public record Limits(long part, long texts) {

        /** 4 GiB, above the largest sheet Excel can hold, and 96 Mi characters. */
        public static final Limits STANDARD = new Limits(4L << 30, 96L << 20);

        public Limits {
            if (part < 1 || texts < 1) {
                throw new IllegalArgumentException("limits must be at least 1, found " + part + ", " + texts);
            }
        }
    }

    private static final int MOST_SHEETS = 10_000;

    private record Sheet(String name, String part, boolean visible) {}

    private final ZipFile archive;
    private final Limits limits;
    private final List<Sheet> sheets;
    private final CellReader cells;

    private Workbook(ZipFile archive, Limits limits) throws IOException, XMLStreamException, WorkbookRefused {
        this.archive = archive;
        this.limits = limits;
        String main = target(relations(""), "/officeDocument");
        Map<String, Relation> relations = relations(main);
        this.sheets = new ArrayList<>();
        boolean since1904 = readSheets(main, relations);
        this.cells = new CellReader(texts(relations), formats(relations, since1904));
    }

    /**
     * Opens a file.
     *
     * @throws WorkbookRefused when it is no workbook, or not a whole one
     */
    public static Workbook open(Path file, Limits limits) throws WorkbookRefused {
        ZipFile archive;
        try {
            archive = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw WorkbookRefused.damaged(e);
        }
        try {
            return new Workbook(archive, limits);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            close(archive, e);
            throw WorkbookRefused.damaged(e);
        } catch (WorkbookRefused e) {
            close(archive, e);
            throw e;
        }
    }

    private static void close(ZipFile archive, Exception why) {
        try {
            archive.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * The rows of a sheet.
     *
     * @param name the sheet's; empty for the first that is not hidden
     */
    public SheetRows rows(String name) throws IOException, XMLStreamException, WorkbookRefused {
        Sheet sheet = sheets.stream()
                .filter(candidate ->
                        name.isEmpty() ? candidate.visible() : candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
        return new SheetRows(Xml.reader(part(sheet.part())), cells);
    }

    /** Names of the sheets that are not hidden, in order. */
    public List<String> visibleSheets() {
        return sheets.stream().filter(Sheet::visible).map(Sheet::name).toList();
    }

    private WorkbookRefused missing(String name) {
        List<String> names = sheets.stream().map(Sheet::name).limit(20).toList();
        return name.isEmpty()
                ? new WorkbookRefused("工作簿中没有可见的工作表", "the workbook has no visible sheet")
                : new WorkbookRefused(
                        "工作簿中没有工作表“" + name + "”，现有 " + names,
                        "the workbook has no sheet “" + name + "”; it has " + names);
    }

    private boolean readSheets(String main, Map<String, Relation> relations)
            throws IOException, XMLStreamException, WorkbookRefused {
        boolean since1904 = false;
        XMLStreamReader xml = Xml.reader(part(main));
        while (Xml.nextElement(xml)) {
            if (xml.getLocalName().equals("workbookPr")) {
                String since = Xml.attribute(xml, "date1904");
                since1904 = since.equals("1") || since.equals("true");
            } else if (xml.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                Relation relation = relations.get(Xml.attribute(xml, "id"));
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    String state = Xml.attribute(xml, "state");
                    sheets.add(new Sheet(
                            Xml.attribute(xml, "name"), relation.part(), state.isEmpty() || state.equals("visible")));
                }
            }
        }
        return since1904;
    }

    private SharedTexts texts(Map<String, Relation> relations) throws IOException, XMLStreamException, WorkbookRefused {
        String part = find(relations, "/sharedStrings");
        return part.isEmpty() ? SharedTexts.none() : SharedTexts.read(part(part), limits.texts());
    }

    private CellFormats formats(Map<String, Relation> relations, boolean since1904)
            throws IOException, XMLStreamException, WorkbookRefused {
        String part = find(relations, "/styles");
        return part.isEmpty() ? CellFormats.none() : CellFormats.read(part(part), since1904);
    }

    /** How one part refers to another. */
    private record Relation(String type, String part) {}

    /** The relations of a part by their id; those of the whole package for an empty name. */
    private Map<String, Relation> relations(String of) throws IOException, XMLStreamException, WorkbookRefused {
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        XMLStreamReader xml = Xml.reader(part(folder + "_rels/" + of.substring(slash) + ".rels"));
        Map<String, Relation> relations = new LinkedHashMap<>();
        while (Xml.nextElement(xml)) {
            boolean inside = !Xml.attribute(xml, "TargetMode").equals("External");
            if (xml.getLocalName().equals("Relationship") && inside && relations.size() < MOST_SHEETS) {
                String target = URI.create("/" + folder)
                        .resolve(URI.create(Xml.attribute(xml, "Target").replace(" ", "%20")))
                        .getPath()
                        .substring(1);
                relations.put(Xml.attribute(xml, "Id"), new Relation(Xml.attribute(xml, "Type"), target));
            }
        }
        return relations;
    }

    private static String find(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::part)
                .findFirst()
                .orElse("");
    }

    private static String target(Map<String, Relation> relations, String type) throws WorkbookRefused {
        String part = find(relations, type);
        if (part.isEmpty()) {
            throw new WorkbookRefused("文件不是 XLSX 工作簿", "the file is no XLSX workbook");
        }
        return part;
    }

    private InputStream part(String name) throws IOException, WorkbookRefused {
        ZipEntry entry = archive.getEntry(name);
        if (entry == null) {
            throw new WorkbookRefused("工作簿缺少部件 " + name, "the workbook lacks its part " + name);
        }
        return new BoundedStream(archive.getInputStream(entry), limits.part());
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
