package gongkai.embedded;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root: the ways to start its programs as somebody else. */
enum Unprivileged {
    SAME_USER(0),
    /** A user namespace hides root's id; files still belong to root. */
    NAMESPACE(0, "unshare", "-U"),
    /** Where namespaces are forbidden, as in most containers; the capability lets it pass root's closed directories. */
    NOBODY(
            65534,
            "setpriv",
            // So that access(2), by which the programs look for each other, honours the capability too.
            "--securebits=+no_setuid_fixup",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=-all,+dac_override",
            "--ambient-caps=-all,+dac_override");

    private final int owner;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> prefix;

    Unprivileged(int owner, String... prefix) {
        this.owner = owner;
        this.prefix = List.of(prefix);
    }

    static Unprivileged here() {
        if (new UnixSystem().getUid() != 0) {
            return SAME_USER;
        }
        return LinuxUtils.isUnshareAvailable() ? NAMESPACE : NOBODY;
    }

    List<String> prefix() {
        return prefix;
    }

    /** Gives the directory to the user that will run the server: a data directory may move between the two ways. */
    void own(Path directory) throws IOException {
        if (this != SAME_USER && !Files.getAttribute(directory, "unix:uid").equals(owner)) {
            Program.run(List.of("chown", "-R", owner + ":" + owner, directory.toString()));
        }
    }
}
