package gongkai.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RecentTokensTest {

    private int checks;

    private JwtDecoder tokensThatHold(Duration time) {
        return new RecentTokens(token -> {
            checks++;
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject(token)
                    .expiresAt(Instant.now().plus(time))
                    .build();
        });
    }

    @Test
    void a_token_that_comes_again_is_not_checked_again_and_another_one_is() {
        var tokens = tokensThatHold(Duration.ofMinutes(10));
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void a_token_that_is_over_is_checked_each_time() {
        var tokens = tokensThatHold(Duration.ofSeconds(-1));
        tokens.decode("one");
        tokens.decode("one");
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void a_token_that_was_refused_is_refused_again() {
        var tokens = new RecentTokens(_ -> {
            checks++;
            throw new BadJwtException("not ours");
        });
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
        assertThat(checks).isEqualTo(2);
    }
}
