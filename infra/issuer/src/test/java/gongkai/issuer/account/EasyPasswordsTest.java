package gongkai.issuer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyPasswordsTest {

    private static final Account OFFICER = new Account(
            UUID.randomUUID(),
            "chen.gang",
            "",
            Optional.empty(),
            List.of("officer"),
            List.of("610926"),
            List.of("610926-T03"),
            true,
            0,
            Instant.MIN);

    private final EasyPasswords easy = new EasyPasswords(List.of("gongkai", "政务公开", "平利县", "pingli"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "christopher",
                "correct horse battery staple",
                "woaini1314520",
                "Password1234",
                "P@ssw0rd2026!!",
                "123456789012",
                "qwertyuiop[]",
                "aaaaaaaaaaaa",
                "我爱我家我爱我家我爱我家"
            })
    void whatManyHaveIsEasyEvenPutTogetherOrDisguised(String password) {
        assertThat(easy.contain(password, OFFICER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"平利县政务公开办2019", "gongkai2026gongkai", "Pingli@610926", "chen.gang 610926", "610926-T03 2026"})
    void wordsOfThePlaceTheCountysCodeAndOnesOwnNameCountForNothing(String password) {
        assertThat(easy.contain(password, OFFICER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一句只有我知道的话 2019",
                "another sentence of mine",
                "我们家的猫爱吃三文鱼罐头",
                "tropical-lamp-8-window",
                "x7#Kq9!mZ2pL",
                "平利县的老城墙下有三棵枇杷树"
            })
    void aSentenceOfOnesOwnIsTaken(String password) {
        assertThat(easy.contain(password, OFFICER)).isFalse();
    }
}
