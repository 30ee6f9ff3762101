package gongkai.status;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Basis;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The register has a history: who stood in it on a day, and who bore a name at any time. */
class UnitRegisterTest {

    private static final Instant MAY = Instant.parse("2019-05-06T01:00:00Z");
    private static final UnitEntry OLD = unit("610926-D08", "县环保局");
    private static final UnitEntry NEW = unit("610926-D08", "市生态环境局平利分局");
    private static final UnitEntry OTHER = unit("610926-D07", "县自然资源局");

    private static UnitEntry unit(String code, String name) {
        return new UnitEntry(code, name, UnitKind.DEPARTMENT, List.of());
    }

    private static UnitRegister register(JurisdictionEvent... events) {
        var register = UnitRegister.EMPTY;
        for (var event : events) {
            register = register.with(event);
        }
        return register;
    }

    private static Optional<LocalDate> on(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private static String nameOn(UnitRegister register, String day) {
        return Optional.ofNullable(register.unitsOn(LocalDate.parse(day)).get("610926-D08"))
                .map(UnitEntry::name)
                .orElse("—");
    }

    @Test
    void a_renamed_unit_keeps_its_code_and_has_each_name_from_its_day_on() {
        var register =
                register(new UnitRegistered(OLD, on("2018-01-01"), MAY), new UnitChanged(NEW, on("2019-04-01"), MAY));
        assertThat(nameOn(register, "2019-03-31")).isEqualTo("县环保局");
        assertThat(nameOn(register, "2019-04-01")).isEqualTo("市生态环境局平利分局");
        assertThat(register.units().values()).containsExactly(NEW);
    }

    @Test
    void before_its_first_line_the_register_reads_as_it_first_did() {
        var register =
                register(new UnitRegistered(OLD, on("2019-03-01"), MAY), new UnitChanged(NEW, on("2019-04-01"), MAY));
        assertThat(nameOn(register, "2019-01-01")).isEqualTo("县环保局");
    }

    @Test
    void a_line_without_a_day_corrects_how_the_register_always_read() {
        var register =
                register(new UnitRegistered(OLD, on("2019-03-01"), MAY), new UnitChanged(NEW, Optional.empty(), MAY));
        assertThat(nameOn(register, "2019-03-15")).isEqualTo("市生态环境局平利分局");
        assertThat(nameOn(register, "2019-05-06")).isEqualTo("市生态环境局平利分局");
        assertThat(register.namesEver(LocalDate.parse("2019-03-15"))).containsEntry("县环保局", NEW);
    }

    @Test
    void every_name_that_a_unit_ever_had_finds_it() {
        var register =
                register(new UnitRegistered(OLD, on("2018-01-01"), MAY), new UnitChanged(NEW, on("2019-04-01"), MAY));
        assertThat(register.namesEver(LocalDate.parse("2019-05-01")))
                .containsEntry("县环保局", NEW)
                .containsEntry("市生态环境局平利分局", NEW);
        assertThat(register.namesEver(LocalDate.parse("2018-05-01"))).containsEntry("市生态环境局平利分局", OLD);
    }

    @Test
    void the_name_of_a_merged_unit_finds_its_successor() {
        var register = register(
                new UnitRegistered(OLD, on("2018-01-01"), MAY),
                new UnitRegistered(OTHER, on("2018-01-01"), MAY),
                new UnitMerged("610926-D08", "610926-D07", LocalDate.parse("2019-04-01"), new Basis("改革", "县委"), MAY));
        assertThat(nameOn(register, "2019-03-31")).isEqualTo("县环保局");
        assertThat(nameOn(register, "2019-04-01")).isEqualTo("—");
        assertThat(register.namesEver(LocalDate.parse("2019-05-01"))).containsEntry("县环保局", OTHER);
    }

    @Test
    void a_closed_unit_has_left_from_its_day_on() {
        var register = register(
                new UnitRegistered(OLD, on("2018-01-01"), MAY), new UnitClosed("610926-D08", on("2019-04-01"), MAY));
        assertThat(nameOn(register, "2019-03-31")).isEqualTo("县环保局");
        assertThat(nameOn(register, "2019-04-01")).isEqualTo("—");
    }

    @Test
    void a_unit_that_was_entered_late_may_have_merged_before() {
        var register = register(
                new UnitRegistered(OLD, Optional.empty(), MAY),
                new UnitRegistered(OTHER, Optional.empty(), MAY),
                new UnitMerged("610926-D08", "610926-D07", LocalDate.parse("2019-04-01"), new Basis("改革", "县委"), MAY));
        assertThat(register.units().keySet()).containsExactly("610926-D07");
    }

    @Test
    void a_unit_that_a_correction_leaves_out_never_stood_in_the_register() {
        var register = register(
                new UnitRegistered(OLD, Optional.empty(), MAY), new UnitClosed("610926-D08", Optional.empty(), MAY));
        assertThat(nameOn(register, "2019-01-01")).isEqualTo("—");
        assertThat(register.namesEver(LocalDate.parse("2019-01-01"))).isEmpty();
    }
}
