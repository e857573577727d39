package org.exchangehub.benchmarks.scale;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubCalls.Reader;
import org.exchangehub.benchmarks.running.HubUnderTest;

/**
 * P11: somebody reads single records at a steady pace; first alone, then beside an upload of 10 GB, 200 consumers that take a
 * kilobyte at a time, and a reader of 10 million rows. The last reads pages, for there is no export yet.
 */
final class Isolation {

    private static final long PERIOD_NANOS = 20_000_000;
    private static final long QUIET_NANOS = 30_000_000_000L;
    private static final double SLOW_MILLIS = 80;
    private static final long SLICE_NANOS = 10_000_000_000L;
    private static final int SIP = 1_024;
    private static final long SIP_PAUSE_MILLIS = 100;
    private static final int PAGE = 1_000;

    private final HubUnderTest engines;
    private final HubCalls hub;
    private final Reader reader;
    private final List<String> keys;
    private final List<String> fields;
    private final int uploads;
    private final long partBytes;
    private final int consumers;
    private final long exported;
    private final long longestNanos;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong uploadedBytes = new AtomicLong();
    private final AtomicLong exportedRows = new AtomicLong();
    private final AtomicLong sips = new AtomicLong();

    /**
     * Prepares it.
     *
     * @param keys of records that are there
     * @param fields names in the order of the schema
     */
    Isolation(HubUnderTest engines, Reader reader, List<String> keys, List<String> fields, boolean quick) {
        this.engines = engines;
        this.hub = reader.calls();
        this.reader = reader;
        this.keys = keys;
        this.fields = fields;
        this.uploads = quick ? 4 : 20;
        this.partBytes = (quick ? 128L : 512L) << 20;
        this.consumers = 200;
        this.exported = Long.getLong("bench.export", quick ? 200_000 : 10_000_000);
        this.longestNanos = (quick ? 60 : 900) * 1_000_000_000L;
    }

    List<Row> measured() {
        probe(QUIET_NANOS / 3);
        List<Double> quiet = probe(QUIET_NANOS);
        long begun = System.nanoTime();
        List<Double> busy = beside();
        double seconds = (System.nanoTime() - begun) / 1e9;
        String conditions =
                Conditions.here("%s; 50 single reads a second by one caller; beside it %.1f GB uploaded in parts"
                                .formatted(engines.versions(), uploadedBytes.get() / 1e9)
                        + " of %d MiB, %d consumers taking 1 KiB every 100 ms (%.1f MB in all), %d rows read in pages of %d (no export yet); %.0f s"
                                .formatted(
                                        partBytes >> 20,
                                        consumers,
                                        sips.get() * SIP / 1e6,
                                        exportedRows.get(),
                                        PAGE,
                                        seconds));
        double calm = Row.quantile(quiet, 0.99);
        double pressed = Row.quantile(busy, 0.99);
        boolean whole = uploadedBytes.get() == uploads * partBytes && exportedRows.get() >= exported;
        return List.of(
                Row.figure("P11", "p99 of single reads, quiet", "ms", List.of(calm), conditions),
                Row.figure("P11", "p99 of single reads, beside the work", "ms", List.of(pressed), conditions),
                Row.figure("P11", "median of single reads, quiet", "ms", List.of(Row.median(quiet)), conditions),
                Row.figure(
                        "P11", "median of single reads, beside the work", "ms", List.of(Row.median(busy)), conditions),
                Row.atMost(3, "P11", "p99 beside the work / quiet", "ratio", List.of(pressed / calm), conditions),
                Row.atMost(
                        0, "P11", "calls that failed, of all", "calls", List.of((double) failures.get()), conditions),
                new Row(
                        "P11",
                        "exchange-core alive, work done whole",
                        engines.alive() && whole ? 1 : 0,
                        "1 = yes",
                        "= 1",
                        engines.alive() && whole,
                        List.of(),
                        conditions),
                Row.figure(
                        "P11",
                        "peak resident memory of exchange-core",
                        "MiB",
                        List.of(engines.peakMemory()),
                        conditions));
    }

    /** Reads at a steady pace, whatever the answers take, so that a stall is counted as often as it is felt. */
    private List<Double> probe(long nanos) {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        Map<Long, Long> slow = new ConcurrentSkipListMap<>();
        long begun = System.nanoTime();
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; !over.get() && System.nanoTime() - begun < nanos; call++) {
                long due = begun + call * PERIOD_NANOS;
                String key = keys.get(call * 31 % keys.size());
                sleepUntil(due);
                calls.execute(() -> {
                    try {
                        reader.records("/" + key);
                    } catch (RuntimeException e) {
                        failed(e);
                    }
                    double took = (System.nanoTime() - due) / 1e6;
                    millis.add(took);
                    if (took > SLOW_MILLIS) {
                        slow.merge((due - begun) / SLICE_NANOS, 1L, Long::sum);
                    }
                });
            }
        }
        System.err.println("single reads over " + SLOW_MILLIS + " ms, by slices of 10 s: " + slow);
        return List.copyOf(millis);
    }

    private List<Double> beside() {
        try (ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < consumers; i++) {
                work.execute(this::sip);
            }
            Future<?> upload = work.submit(this::upload);
            Future<?> export = work.submit(this::export);
            work.execute(() -> {
                long end = System.nanoTime() + longestNanos;
                while (System.nanoTime() < end && !(upload.isDone() && export.isDone())) {
                    sleepUntil(System.nanoTime() + 100_000_000);
                }
                over.set(true);
            });
            List<Double> millis = probe(Long.MAX_VALUE / 2);
            over.set(true);
            return millis;
        }
    }

    /** Sends parts of one batch that is never committed; the rows are the same over and over. */
    private void upload() {
        byte[] header = (String.join(",", fields) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] filling = ("x,".repeat(fields.size() - 1) + "x\n").repeat(SIP).getBytes(StandardCharsets.US_ASCII);
        String digest = digest(content(header, filling));
        try {
            String batch = hub.open(reader.dataset(), "upload beside other work");
            for (int part = 1; part <= uploads && !over.get(); part++) {
                hub.put(
                        reader.dataset(),
                        batch,
                        part,
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> content(header, filling)), partBytes),
                        digest,
                        "text/csv");
                uploadedBytes.addAndGet(partBytes);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private InputStream content(byte[] header, byte[] filling) {
        InputStream endless = new InputStream() {
            private long left = partBytes - header.length;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read in blocks");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int count = (int) Math.min(left, Math.min(length, filling.length));
                int at = (int) ((partBytes - left) % filling.length);
                count = Math.min(count, filling.length - at);
                System.arraycopy(filling, at, into, offset, count);
                left -= count;
                return count;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(header), endless);
    }

    private static String digest(InputStream content) {
        try (content) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return "sha-256=:" + Base64.getEncoder().encodeToString(sha256.digest()) + ":";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads page after page, from the beginning again after the last. */
    private void export() {
        String first = "/api/v1/datasets/" + reader.dataset() + "/records?limit=" + PAGE;
        String page = first;
        while (!over.get() && exportedRows.get() < exported) {
            try {
                HttpResponse<byte[]> answer = reader.get(page);
                exportedRows.addAndGet(PAGE);
                String next = ScaleBench.next(answer);
                page = next == null ? first : next;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Asks for a page and takes it a kilobyte at a time; then again. */
    private void sip() {
        byte[] buffer = new byte[SIP];
        while (!over.get()) {
            URI hubAddress = hub.address();
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(SIP);
                socket.connect(new InetSocketAddress(hubAddress.getHost(), hubAddress.getPort()));
                OutputStream out = socket.getOutputStream();
                out.write(reader.rawRequest("/records?limit=" + PAGE).getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                for (int read = in.read(buffer); read >= 0 && !over.get(); read = in.read(buffer)) {
                    sips.incrementAndGet();
                    Thread.sleep(SIP_PAUSE_MILLIS);
                }
            } catch (IOException e) {
                failed(new UncheckedIOException(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void failed(RuntimeException e) {
        if (failures.incrementAndGet() <= 10) {
            System.err.println("failed: " + e.getMessage());
        }
    }

    private static void sleepUntil(long nanoTime) {
        long nanos = nanoTime - System.nanoTime();
        if (nanos > 0) {
            try {
                Thread.sleep(Duration.ofNanos(nanos));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
