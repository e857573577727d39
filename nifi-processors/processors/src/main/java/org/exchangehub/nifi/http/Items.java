package org.exchangehub.nifi.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes the items of all pages as one JSON array of flat objects, and watches that pages differ and have bounds. */
final class Items {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final Digested digested;
    private final long mostBytes;
    private long bytes;
    private long count;
    private byte[] lastPage = new byte[0];

    /** @param mostBytes to be read of all pages */
    Items(OutputStream out, long mostBytes) throws IOException {
        this.digested = new Digested(out);
        this.mostBytes = mostBytes;
        this.out = JSON.createGenerator(digested, JsonEncoding.UTF8);
        this.out.writeStartArray();
    }

    void add(JsonNode item) throws IOException {
        count++;
        FlatItem.of(count, item).write(out);
    }

    void beginPage() throws IOException {
        out.flush();
        digested.digest();
    }

    /** A server that does not know the paging parameter gives the first page again and again. */
    void endPage(int number, ItemsPage read) throws IOException {
        out.flush();
        byte[] page = digested.digest();
        if (read.items() > 0 && number > 1 && Arrays.equals(page, lastPage)) {
            throw new ApiRefused(
                    "第 " + number + " 页与上一页相同，接口可能不识别分页参数",
                    "page " + number + " is the one before it again; the API seems not to know the paging parameter");
        }
        lastPage = page;
    }

    /** Ends the array; answers with the number of items. */
    long close() throws IOException {
        out.writeEndArray();
        out.close();
        return count;
    }

    /** The stream, ending with a refusal once all pages together are larger than allowed. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int read) throws ApiRefused {
        bytes += read;
        if (bytes > mostBytes) {
            throw new ApiRefused(
                    "接口的应答超过 " + mostBytes + " 字节", "the answers of the API have more than " + mostBytes + " bytes");
        }
    }
}
