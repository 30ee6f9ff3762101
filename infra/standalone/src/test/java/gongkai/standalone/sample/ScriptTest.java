package gongkai.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final LocalDate DAY = LocalDate.parse("2019-04-02");
    private static final Owed OWED = new Owed("610926-2019-04-T01", "610926-2019-04", 4, "组织机构", "610926-T01", "城关镇");

    private final Script script = new Script();

    @Test
    void givesEachDeedAMinuteOfItsOwn() {
        script.acknowledge(OWED, DAY);
        script.publish(OWED, DAY, Paper.of(OWED, "镇情概况", DAY));
        script.acknowledge(OWED, DAY.plusDays(1));
        assertThat(script.deeds().keySet())
                .containsExactly(
                        LocalDateTime.parse("2019-04-02T09:00"),
                        LocalDateTime.parse("2019-04-02T09:01"),
                        LocalDateTime.parse("2019-04-03T09:00"));
    }

    @Test
    void knowsTheIdsThatTheLedgerWillGive() {
        assertThat(script.publish(OWED, DAY, Paper.of(OWED, "镇情概况", DAY))).isEqualTo("610926-2019-04-T01-P1");
        assertThat(script.publish(OWED, DAY, Paper.of(OWED, "镇情概况", DAY))).isEqualTo("610926-2019-04-T01-P2");
        assertThat(script.accept(OWED, "事项", "", DAY.atStartOfDay())).isEqualTo("610926-2019-04-T01-C1");
    }

    @Test
    void saysOfWhatIsPublishedThatItIsInvented() {
        assertThat(Paper.of(OWED, "镇情概况", DAY).formedOn(DAY).body("610926-2019-04-T01-P1"))
                .containsEntry("title", "【演示】城关镇镇情概况")
                .containsEntry("url", "https://demo.example.cn/610926-2019-04-T01-P1.html")
                .containsEntry("publishedAt", "2019-04-02T08:30+08:00")
                .containsEntry("formedOn", "2019-04-02");
    }
}
