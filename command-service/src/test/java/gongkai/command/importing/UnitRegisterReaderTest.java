package gongkai.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRegisterReaderTest {

    private final UnitRegisterReader reader = new UnitRegisterReader();

    @Test
    void the_real_register_has_eleven_towns_and_23_departments() {
        assertThat(SampleTable.units()).hasSize(34);
        assertThat(SampleTable.units())
                .filteredOn(it -> it.kind() == UnitKind.TOWN)
                .hasSize(11);
    }

    @Test
    void aliases_are_split_and_a_byte_order_mark_is_passed_over() {
        assertThat(reader.read("\uFEFFcode,name,kind,aliases\n610926-D01,县政府办,DEPARTMENT,政府办; 县政府办公室\n"))
                .containsExactly(new UnitEntry("610926-D01", "县政府办", UnitKind.DEPARTMENT, List.of("政府办", "县政府办公室")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        code;name                                              | Line 1 | code,name,kind,aliases
        code,name,kind,aliases                                 | Line 2 | no unit
        code,name,kind,aliases/610926-D01,县政府办,OFFICE,     | Line 2 | OFFICE
        code,name,kind,aliases/D01,县政府办,DEPARTMENT,        | Line 2 | 610926-D03
        code,name,kind,aliases/610926-D01,��,TOWN,  | Line 2 | UTF-8
        code,name,kind,aliases/610926-D01,,DEPARTMENT,         | Line 2 | name
        code,name,kind,aliases/610926-D01,甲,TOWN,/610926-D01,乙,TOWN, | Line 3 | line 2 already
        """)
    void what_cannot_be_read_is_refused_by_line(String csv, String line, String word) {
        assertThatThrownBy(() -> reader.read(csv.replace('/', '\n')))
                .isInstanceOf(UnitRegisterException.class)
                .hasMessageContaining(line)
                .hasMessageContaining(word);
    }
}
