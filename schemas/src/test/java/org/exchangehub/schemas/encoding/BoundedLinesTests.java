package org.exchangehub.schemas.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTests {

    private static List<String> lines(String text, int longest, int atOnce) throws IOException {
        List<String> lines = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
        try (BoundedLines read = new BoundedLines(in, longest)) {
            for (String line = read.next(); line != null; line = read.next()) {
                lines.add(read.tooLong() == null ? line : "too long");
            }
        }
        return lines;
    }

    @Test
    void areTheSameHoweverTheBytesArrive() throws IOException {
        String text = "\n张三\r\n  \nabc\n" + "x".repeat(70_000) + "\n\nlast";

        for (int atOnce : new int[] {1, 2, 3, 7, 1 << 16}) {
            assertThat(lines(text, 70_000, atOnce))
                    .as("%d bytes at once", atOnce)
                    .containsExactly("张三\r", "abc", "x".repeat(70_000), "last");
        }
    }

    @Test
    void longerThanTheyMayBeArePassedOverWhole() throws IOException {
        for (int atOnce : new int[] {1, 3, 1 << 16}) {
            assertThat(lines("abcd\nabcde\n" + "x".repeat(100_000) + "\nab", 4, atOnce))
                    .as("%d bytes at once", atOnce)
                    .containsExactly("abcd", "too long", "too long", "ab");
        }
    }

    @Test
    void ofNothingAreNone() throws IOException {
        assertThat(lines("", 4, 1)).isEmpty();
        assertThat(lines("\n\n", 4, 1)).isEmpty();
    }
}
