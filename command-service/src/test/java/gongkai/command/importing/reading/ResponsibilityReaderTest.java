package gongkai.command.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Finding;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsibilityReaderTest {

    private static final ResponsibilityReader READER = new ResponsibilityReader(
            new UnitDirectory(List.of(
                    new UnitEntry("610926-T01", "城关镇", UnitKind.TOWN, List.of()),
                    new UnitEntry("610926-T02", "兴隆镇", UnitKind.TOWN, List.of()),
                    new UnitEntry("610926-D01", "县政府办", UnitKind.DEPARTMENT, List.of()),
                    new UnitEntry("610926-D02", "县发改局", UnitKind.DEPARTMENT, List.of("县发展和改革局")),
                    new UnitEntry("610926-D03", "县统计局", UnitKind.DEPARTMENT, List.of()),
                    new UnitEntry("610926-A01", "县供销社", UnitKind.AGENCY, List.of()))),
            2019);

    /** Line breaks are written as /; units are shown by the last part of their codes, cooperating ones with a star. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        县政府办                                | D01               |
        统计局                                  | D03               | WORDING_DOUBTFUL
        县人民政府办公室                        | D01               |
        县发展和改革局                          | D02               |
        城关镇人民政府                          | T01               |
        各镇                                    | T01 T02           | CLASS_MEMBERS
        各乡镇人民政府                          | T01 T02           | CLASS_MEMBERS
        各乡镇（街道）                          | T01 T02           | CLASS_MEMBERS
        各镇街                                  | T01 T02           | CLASS_MEMBERS
        各镇（街道）人民政府、县直各部门        | T01 T02 A01 D01 D02 D03 | CLASS_MEMBERS CLASS_MEMBERS
        各部门                                  | A01 D01 D02 D03   | CLASS_MEMBERS
        各镇/各部门                             | T01 T02 A01 D01 D02 D03 | CLASS_MEMBERS CLASS_MEMBERS
        各镇各部门                              | T01 T02 A01 D01 D02 D03 | CLASS_MEMBERS CLASS_MEMBERS
        各镇人民政府，县政府各工作部门、直属机构 | T01 T02 D01 D02 D03 A01 | CLASS_MEMBERS CLASS_MEMBERS CLASS_MEMBERS
        县政府各工作部门/直属机构               | D01 D02 D03 A01   | CLASS_MEMBERS CLASS_MEMBERS
        县直各部门                              | A01 D01 D02 D03   | CLASS_MEMBERS
        县发改局、县统计局，县政府办            | D02 D03 D01       |
        县发改局、县发改局                      | D02               |
        牵头单位：/县发改局                     | D02               |
        牵头单位：县发改局；配合单位：县统计局、城关镇 | D02 D03* T01* |
        牵头单位：县发改局/配合单位：各镇       | D02 T01* T02*     | CLASS_MEMBERS
        责任单位：县发改局                      | D02               |
        县发改局牵头，县统计局、县政府办配合    | D02 D03* D01*     |
        由县发改局负责，县统计局配合            | D02 D03*          |
        县发改局和县统计局                      | D02 D03           |
        县发改局/牵头落实                       | D02               |
        县发改局负责落实                        | D02               |
        县发改局、县统计局按职责分工/分别牵头落实 | D02 D03         | PARTS_UNDIVIDED
        县发改局、县统计局/按照各自职责/分别牵头/落实 | D02 D03     | PARTS_UNDIVIDED
        县发改局等部门按职责分工分别牵头落实    | D02               | UNITS_OPEN
        县发改局等有关部门按职责分工/分别牵头落实 | D02             | UNITS_OPEN
        县发改局等单位                          | D02               | UNITS_OPEN
        县发改局、县统计局、等部门按职责分工分别牵头落实 | D02 D03  | UNITS_OPEN WORDING_DOUBTFUL
        [bookmark: _GoBack]县发改局牵头落实     | D02               |
        县级有关部门按职责分工分别牵头落实      | ''                | UNITS_UNNAMED
        县直各有关部门（单位）                  | ''                | UNITS_UNNAMED
        市政府各有关部门，各县市区人民政府      | ''                | UNITS_UNNAMED UNITS_UNNAMED
        相关审批部门                            | ''                | UNITS_UNNAMED
        谁起草谁解读                            | ''                | UNITS_BY_DOCUMENT
        政策文件起草部门                        | ''                | UNITS_BY_DOCUMENT
        各部门配合                              | A01* D01* D02* D03* | CLASS_MEMBERS LEAD_MISSING
        县火星局                                | ''                | UNIT_UNKNOWN
        新名局（原县统计局）                    | D03               | UNIT_RENAMED
        ''                                      | ''                | CELL_BLANK
        """)
    void responsibility(String cell, String units, String findings) {
        var read = READER.read(cell.replace('/', '\n'), "第1行·责任单位");
        assertThat(read.value().stream()
                        .map(it -> it.unit().substring(7)
                                + switch (it.role()) {
                                    case LEAD -> "";
                                    case COOPERATING -> "*";
                                })
                        .collect(Collectors.joining(" ")))
                .isEqualTo(units);
        assertThat(read.findings().stream().map(it -> it.code().name()).collect(Collectors.joining(" ")))
                .isEqualTo(findings == null ? "" : findings);
    }

    @Test
    void an_unknown_name_comes_with_the_nearest_ones() {
        assertThat(READER.read("县发改委", "第1行·责任单位").findings())
                .singleElement()
                .extracting(Finding::suggestion)
                .asString()
                .contains("县发改局");
    }
}
