package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a developer reads who asks for containers and has none. */
class ContainersProfileTest {

    @Test
    void without_docker_the_profile_fails_at_once_and_says_what_to_do(@TempDir Path nobody) throws Exception {
        ProcessBuilder maven = new ProcessBuilder(
                        "./mvnw",
                        "-ntp",
                        "-N",
                        "-Pcontainers",
                        // Surefire's name for where this build has its plugins from.
                        "-Dmaven.repo.local=" + System.getProperty("localRepository"),
                        "validate")
                .directory(Project.root().toFile())
                .redirectErrorStream(true);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("DOCKER_HOST", "unix://" + nobody.resolve("docker.sock"));
        Process process = maven.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output.lines())
                .contains(
                        "[ERROR] The profile \"containers\" needs Docker, and none answers: start it or set DOCKER_HOST,"
                                + " or run infra/test-containers (on Debian, as root), which brings its own.")
                .noneMatch(line -> line.startsWith("\tat "));
    }
}
