package org.exchangehub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Engines that refuse to run as root. Where user namespaces are allowed they run in one, and files stay root's; where they
 * are forbidden, as in many containers, they run as nobody, who then owns their data. An ordinary user needs neither.
 */
enum Unprivileged {
    AS_IS {
        @Override
        List<String> command(List<String> command, Path owned) {
            return command;
        }
    },
    IN_A_NAMESPACE {
        @Override
        List<String> command(List<String> command, Path owned) {
            return prefixed(NAMESPACE, command);
        }
    },
    AS_NOBODY {
        @Override
        List<String> command(List<String> command, Path owned) {
            command.stream().filter(word -> word.startsWith("/")).map(Path::of).forEach(Unprivileged::requireOpen);
            requireOpen(owned);
            Command.run(
                    StateDirectory.made(owned),
                    List.of("chown", "-R", NOBODY + ":" + NOBODY, owned.toString()),
                    "The owner of " + owned + " cannot be changed to nobody.");
            return prefixed(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), command);
        }
    };

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-user=1000", "--map-group=1000");

    /** The way that works on this machine. */
    static Unprivileged here() {
        return Found.HERE;
    }

    /**
     * A command line that runs a program in this way.
     *
     * @param owned directory that the program writes to
     */
    abstract List<String> command(List<String> command, Path owned);

    private static final class Found {
        static final Unprivileged HERE = find();
    }

    private static Unprivileged find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return works(prefixed(NAMESPACE, List.of("true"))) ? IN_A_NAMESPACE : AS_NOBODY;
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Refuses a path that another user cannot come to, such as one below /root. */
    private static void requireOpen(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            try {
                if (Files.exists(above)
                        && !Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new Explained("The engines refuse to run as root, this machine forbids user namespaces, and "
                            + above + " is closed to other users; run ./hub as an ordinary user, or set HUB_STATE and"
                            + " HUB_CACHE to directories such as /var/tmp/hub.");
                }
            } catch (IOException e) {
                throw new Explained("The directory " + above + " cannot be read.", e);
            }
        }
    }
}
