package org.exchangehub.core.parquet;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** In the place of the program: does what the file says, as one that a hostile file has taken over would. */
final class Misbehaving {

    private Misbehaving() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        String what = Files.readString(Path.of(arguments[0]));
        TableStream.write(out, TableStream.COLUMNS, List.of("a"));
        switch (what) {
            case "hang" -> Thread.sleep(60_000);
            case "crash" -> {
                new ProcessBuilder(
                                "kill",
                                "-SEGV",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
                Thread.sleep(60_000);
            }
            case "hoard" -> {
                List<byte[]> hoard = new ArrayList<>();
                while (hoard.size() < Integer.MAX_VALUE) {
                    hoard.add(new byte[1 << 20]);
                }
            }
            case "boast" -> {
                out.writeByte(TableStream.ROW);
                out.writeInt(Integer.MAX_VALUE);
            }
            case "flood" -> {
                for (int i = 0; i < 10_000; i++) {
                    TableStream.write(out, TableStream.ROW, List.of("x".repeat(1 << 20)));
                }
            }
            case "stop" -> out.writeByte(TableStream.ROW);
            case "babble" -> out.writeByte('?');
            case "environment" -> {
                TableStream.write(
                        out, TableStream.ROW, List.of(System.getenv().keySet().toString()));
                TableStream.write(out, TableStream.END, List.of());
            }
            default -> throw new IOException("told to do " + what);
        }
        out.flush();
    }
}
