package gongkai.command.calendar;

import gongkai.time.HolidayArrangement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notices of 2018 to 2026, each as it stood when issued; a later notice for a year replaces the earlier one. */
@Component
public class ShippedArrangements {

    private final List<HolidayArrangement> all;

    ShippedArrangements() {
        try (var json = new ClassPathResource("calendar/arrangements.json").getInputStream()) {
            all = JsonMapper.shared().readValue(json, new TypeReference<List<HolidayArrangement>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped calendar cannot be read", e);
        }
    }

    /** All that had been issued by the end of that day, in the order in which they were issued. */
    public List<HolidayArrangement> issuedBy(LocalDate day) {
        return all.stream().filter(it -> !it.issuedOn().isAfter(day)).toList();
    }
}
