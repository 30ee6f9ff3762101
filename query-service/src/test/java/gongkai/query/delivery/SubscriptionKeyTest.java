package gongkai.query.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.query.delivery.SubscriptionKey.UnopenedException;
import gongkai.query.delivery.channel.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionKeyTest {

    private static final String SECRET = "SEC000000000000000000000";

    @TempDir
    Path directory;

    private SubscriptionKey key() {
        return new SubscriptionKey(directory.resolve("keys"));
    }

    private Path file() {
        return directory.resolve("keys/subscription-key");
    }

    @Test
    void what_was_sealed_opens_after_a_restart_and_looks_different_each_time() {
        var sealed = key().seal(SECRET);
        assertThat(sealed).startsWith("sealed:").doesNotContain("SEC0").isNotEqualTo(key().seal(SECRET));
        assertThat(key().seal(sealed)).isEqualTo(sealed);
        assertThat(key().open(sealed)).isEqualTo(SECRET);
        assertThat(key().open("whsec_of_an_earlier_release")).isEqualTo("whsec_of_an_earlier_release");
    }

    @Test
    void the_key_is_for_its_owner_alone_and_is_made_by_sealing_only() throws Exception {
        var sealed = key().seal(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        var away = directory.resolve("away");
        Files.move(file(), away);
        var without = key();
        assertThatThrownBy(() -> without.open(sealed))
                .isInstanceOf(UnopenedException.class)
                .hasMessageContaining(file().toString());
        assertThat(file()).doesNotExist();
        Files.move(away, file());
        assertThat(without.open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void neither_another_key_nor_a_changed_text_opens() throws Exception {
        var sealed = key().seal(SECRET);
        var changed = sealed.substring(0, sealed.length() - 6)
                + (sealed.charAt(sealed.length() - 6) == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 5);
        var mine = key();
        assertThatThrownBy(() -> mine.open(changed)).isInstanceOf(UnopenedException.class);
        assertThatThrownBy(() -> mine.open("sealed:AAAA")).isInstanceOf(UnopenedException.class);
        Files.delete(file());
        var other = key();
        other.seal(SECRET);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(UnopenedException.class);
    }

    @Test
    void a_robots_key_is_a_secret_and_a_mail_address_is_not() {
        var key = key();
        var robot = new Recipient(Channel.WECOM, "693a91f6-7xxx-4bc4", null).sealed(key);
        assertThat(robot.target()).startsWith("sealed:");
        assertThat(robot.opened(key).target()).isEqualTo("693a91f6-7xxx-4bc4");
        assertThat(new Recipient(Channel.EMAIL, "a@example.cn", null)
                        .sealed(key)
                        .target())
                .isEqualTo("a@example.cn");
        assertThat(robot.toString()).isEqualTo("Recipient[WECOM]");
    }
}
