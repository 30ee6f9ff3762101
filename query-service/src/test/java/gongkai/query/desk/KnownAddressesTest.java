package gongkai.query.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownAddressesTest {

    @Test
    void the_same_page_under_another_spelling_is_the_same_page() {
        assertThat(KnownAddresses.essence(" HTTP://WWW.Example.gov.cn/a/B/?x=1/#top "))
                .isEqualTo(KnownAddresses.essence("https://www.example.gov.cn/a/B/?x=1"));
        assertThat(KnownAddresses.essence("https://www.example.gov.cn/a"))
                .isNotEqualTo(KnownAddresses.essence("https://www.example.gov.cn/A"));
    }
}
