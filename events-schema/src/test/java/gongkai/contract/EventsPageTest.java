package gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.record.RecordedShapes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of events is what the schemas say now. */
class EventsPageTest {

    @Test
    void the_page_is_up_to_date() {
        MadeFile.check(Path.of("../infra/docs/EVENTS.md"), EventsPage.of(Schemas.current()));
    }

    @Test
    void the_page_names_every_version_and_every_field_with_its_description() {
        var page = EventsPage.of(Schemas.current());
        assertThat(RecordedShapes.all().keySet()).allSatisfy(type -> {
            assertThat(page).contains("`" + type + "`, since ");
            Schemas.current()
                    .ofType(type)
                    .at("/properties/data/properties")
                    .forEachEntry((field, it) -> assertThat(page)
                            .contains("| `" + field + "` | ")
                            .contains(it.path("description").asString()));
        });
    }
}
