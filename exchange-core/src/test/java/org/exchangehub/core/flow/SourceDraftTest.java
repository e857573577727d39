package org.exchangehub.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SourceDraftTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final BoundSchema SHOPS =
            new BoundSchema("207001-000901", 1, 7, StandardSchema.parse("""
                    {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "shop",
                     "hub.title": {"zh": "店铺", "en": "shops"}, "hub.key": ["code"],
                     "fields": [
                       {"name": "code", "type": "string", "hub.id": 1, "hub.title": {"zh": "代码", "en": "code"},
                        "hub.level": 1, "hub.filter": "equality"},
                       {"name": "name", "type": ["null", "string"], "default": null, "hub.id": 2,
                        "hub.title": {"zh": "名称", "en": "name"}, "hub.level": 1}]}
                    """), BoundSchema.State.PUBLISHED);

    private static final String TABLE = """
            {"code": "shop-table", "title": {"zh": "店铺", "en": "shops"}, "kind": "DATABASE_TABLE", "mode": "UPSERT",
             "settings": {"jdbcUrl": "jdbc:postgresql://localhost:5433/dept_market", "username": "dept_market",
                          "password": "s3cret", "table": "public.店铺", "incrementalColumn": "updated_at",
                          "intervalSeconds": 5},
             "mapping": {"version": 1, "fields": [{"to": "code", "from": ["dm"]}, {"to": "name", "from": ["mc"]}]}}
            """;

    private static final String FOLDER = """
            {"code": "shop-files", "title": {"zh": "店铺", "en": "shops"}, "kind": "CSV_FOLDER", "mode": "SNAPSHOT",
             "settings": {"folder": "/srv/drop/shops", "charset": "GB18030", "delimiter": ",", "intervalSeconds": 5},
             "mapping": {"version": 1, "fields": [{"to": "code", "from": ["dm"]}]}}
            """;

    private static final String WORKBOOKS = """
            {"code": "shop-books", "title": {"zh": "店铺", "en": "shops"}, "kind": "XLSX_FOLDER", "mode": "UPSERT",
             "settings": {"folder": "/srv/drop/shops", "sheet": "登记表", "headerRow": 2},
             "mapping": {"version": 1, "fields": [{"to": "code", "from": ["dm"]}]}}
            """;

    private static final String API = """
            {"code": "shop-api", "title": {"zh": "店铺", "en": "shops"}, "kind": "JSON_API", "mode": "SNAPSHOT",
             "settings": {"url": "https://api.example.org/shops?all=1", "itemsPointer": "/data/items", "paging": "PAGE",
                          "pageParameter": "page", "sizeParameter": "size", "pageSize": 200,
                          "headerName": "X-API-Key", "headerValue": "s3cret", "intervalSeconds": 60},
             "mapping": {"version": 1, "fields": [{"to": "code", "from": ["a.dm"]}]}}
            """;

    @Nested
    class ARightOne {

        @Test
        void isTakenForAFolderOfWorkbooks() {
            assertThat(draft(WORKBOOKS).settings())
                    .isEqualTo(new SourceSettings.XlsxFolder("/srv/drop/shops", "登记表", 2, 30));
            assertThat(draft(WORKBOOKS.replace("\"sheet\": \"登记表\", \"headerRow\": 2", "\"intervalSeconds\": 9"))
                            .settings())
                    .isEqualTo(new SourceSettings.XlsxFolder("/srv/drop/shops", null, 1, 9));
        }

        @Test
        void isTakenForAnApiAndKeepsItsKeyApart() {
            SourceDraft draft = draft(API);

            assertThat(draft.secret()).isEqualTo("s3cret");
            assertThat(draft.settings().needsSecret()).isTrue();
            assertThat(JSON.writeValueAsString(draft.settings())).doesNotContain("s3cret");
            assertThat(draft.toString()).doesNotContain("s3cret");
        }

        @Test
        void needsNothingButItsAddressForAnOpenApi() {
            assertThat(draft("""
                    {"code": "shop-api", "title": {"zh": "店铺", "en": "shops"}, "kind": "JSON_API", "mode": "UPSERT",
                     "settings": {"url": "http://10.1.2.3:8080/shops"},
                     "mapping": {"version": 1, "fields": [{"to": "code", "from": ["dm"]}]}}
                    """).settings())
                    .isEqualTo(new SourceSettings.JsonApi(
                            "http://10.1.2.3:8080/shops",
                            null,
                            SourceSettings.Paging.NONE,
                            null,
                            null,
                            500,
                            null,
                            null,
                            30));
        }

        @Test
        void keepsItsPasswordApartFromWhatIsStored() {
            SourceDraft draft = draft(TABLE);

            assertThat(draft.secret()).isEqualTo("s3cret");
            assertThat(JSON.writeValueAsString(draft.settings())).doesNotContain("s3cret");
            assertThat(draft.toString()).doesNotContain("s3cret");
        }

        @Test
        void isTakenForAFolderOfFilesToo() {
            assertThat(draft(FOLDER).settings())
                    .isEqualTo(new SourceSettings.CsvFolder("/srv/drop/shops", "GB18030", ",", 5));
        }
    }

    @Nested
    class AWrongOne {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    /code                       | Shop Table
                    /kind                       | WEBSITE
                    /mode                       | APPEND
                    /settings/jdbcUrl           | jdbc:mysql://localhost/db
                    /settings/jdbcUrl           | jdbc:postgresql://localhost/db?socketFactory=evil.Factory
                    /settings/jdbcUrl           | jdbc:postgresql://localhost/db?user=a&password=b
                    /settings/table             | shop; drop table shop
                    /settings/table             | ${table}
                    /settings/incrementalColumn | updated at
                    /settings/driver            | evil.Driver
                    """)
        void tableIsRefusedWithThePointerToIt(String pointer, String value) {
            assertThat(refused(TABLE, pointer, value))
                    .extracting(FieldError::pointer)
                    .containsExactly(pointer);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    /settings/folder    | drop/shops
                    /settings/folder    | /srv/../etc
                    /settings/folder    | /srv/${hub.private-key}
                    /settings/folder    | /srv/#{hub.private-key}
                    /settings/charset   | GB-99
                    /settings/delimiter | ;;
                    """)
        void folderIsRefusedWithThePointerToIt(String pointer, String value) {
            assertThat(refused(FOLDER, pointer, value))
                    .extracting(FieldError::pointer)
                    .containsExactly(pointer);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    /settings/folder    | drop/shops
                    /settings/sheet     | a/b
                    /settings/sheet     | ${hub.private-key}
                    /settings/delimiter | ,
                    """)
        void workbooksAreRefusedWithThePointerToThem(String pointer, String value) {
            assertThat(refused(WORKBOOKS, pointer, value))
                    .extracting(FieldError::pointer)
                    .containsExactly(pointer);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    /settings/url           | ftp://api.example.org/shops
                    /settings/url           | file:///etc/passwd
                    /settings/url           | https://user:s3cret@api.example.org/
                    /settings/url           | https://api.example.org/#{hub.private-key}
                    /settings/url           | http://api.example.org/shops
                    /settings/itemsPointer  | data/items
                    /settings/paging        | CURSOR
                    /settings/pageParameter | page number
                    /settings/nextPointer   | /next
                    /settings/headerName    | Host
                    /settings/headerValue   | a\tb
                    """)
        void apiIsRefusedWithThePointerToIt(String pointer, String value) {
            assertThat(refused(API, pointer, value.replace("\\t", "\t")))
                    .extracting(FieldError::pointer)
                    .contains(pointer);
        }

        @Test
        void apiWithPagesNeedsTheParameterThatNumbersThem() {
            assertThat(refused(API.replace("\"pageParameter\": \"page\",", "")))
                    .extracting(FieldError::pointer)
                    .containsExactly("/settings/pageParameter");
        }

        @Test
        void tableThatIsUpdatedNeedsTheColumnThatGrows() {
            assertThat(refused(TABLE.replace("\"incrementalColumn\": \"updated_at\",", "")))
                    .extracting(FieldError::pointer)
                    .containsExactly("/settings/incrementalColumn");
        }

        @Test
        void tableThatIsReadWholeMustNotHaveIt() {
            assertThat(refused(TABLE.replace("UPSERT", "SNAPSHOT")))
                    .extracting(FieldError::pointer)
                    .containsExactly("/settings/incrementalColumn");
        }

        @Test
        void mappingToAFieldTheSchemaHasNotIsRefused() {
            assertThat(refused(TABLE.replace("\"to\": \"name\"", "\"to\": \"owner\"")))
                    .extracting(FieldError::pointer)
                    .containsExactly("/mapping/fields/1/to");
        }

        @Test
        void mappingThatLeavesTheKeyOpenIsRefused() {
            assertThat(refused(FOLDER.replace("\"to\": \"code\"", "\"to\": \"name\"")))
                    .extracting(FieldError::expected)
                    .singleElement()
                    .asString()
                    .contains("code");
        }

        @Test
        void isToldEverythingAtOnceAndNeverItsPassword() {
            List<FieldError> errors = refused("""
                    {"kind": "DATABASE_TABLE", "settings": {"password": "s3cret",
                     "jdbcUrl": "jdbc:postgresql://u:s3cret@host/db"}}
                    """);

            assertThat(errors)
                    .extracting(FieldError::pointer)
                    .contains("/code", "/title/zh", "/title/en", "/mode", "/settings/jdbcUrl", "/mapping");
            assertThat(errors.toString()).doesNotContain("s3cret");
        }
    }

    private static SourceDraft draft(String json) {
        return SourceDraft.of(JSON.readValue(json, SourceRequest.class), SHOPS);
    }

    private static List<FieldError> refused(String json) {
        HubProblem problem = catchThrowableOfType(HubProblem.class, () -> draft(json));
        assertThat(problem.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        return problem.errors();
    }

    private static List<FieldError> refused(String json, String pointer, String value) {
        ObjectNode request = (ObjectNode) JSON.readTree(json);
        String[] path = pointer.substring(1).split("/", -1);
        ObjectNode parent = path.length == 1 ? request : (ObjectNode) request.path(path[0]);
        parent.put(path[path.length - 1], value);
        return refused(request.toString());
    }
}
