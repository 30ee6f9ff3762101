package gongkai.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in the checkout that is tested. */
final class Project {
    private Project() {}

    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "no mvnw in any folder above " + Path.of("").toAbsolutePath());
    }

    /** The program's class path, as a user starts it. */
    static Path program() {
        Path lib = root().resolve("infra/standalone/target/lib");
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(
                    lib + " is not there: build the project first (./mvnw package -DskipTests), or run verify.");
        }
        return lib;
    }

    static Path jvmOptions() {
        return root().resolve("infra/standalone/jvm.options");
    }

    static Path sample(String file) {
        return root().resolve("infra/standalone/src/main/resources/sample/pingli-2019")
                .resolve(file);
    }

    static Path screenshots() {
        return root().resolve("infra/e2e/target/screenshots");
    }
}
