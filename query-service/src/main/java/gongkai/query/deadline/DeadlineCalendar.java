package gongkai.query.deadline;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** Writes iCalendar. */
final class DeadlineCalendar {

    /** A line has 75 octets at most, and the library counts characters; a Chinese one takes three octets. */
    private static final int CHARACTERS_A_LINE = 25;

    private final ICalendar calendar = new ICalendar();
    private final Date asOf;

    /** @param asOf the moment that it speaks of */
    DeadlineCalendar(String name, Instant asOf) {
        this.asOf = Date.from(asOf);
        calendar.setProductId("-//Gongkai//Deadlines//ZH");
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
    }

    /** A limit in days takes that whole day, wherever the calendar is looked at; one in hours is a moment. */
    void add(Deadline it, Instant lastModified) {
        var event = new VEvent();
        event.setUid(it.uid());
        event.setDateTimeStamp(asOf);
        event.setDateStart(it.due()
                .at()
                .map(at -> new DateStart(Date.from(at), true))
                .orElseGet(() -> allDay(it.due().on())));
        event.setSummary(it.summary());
        event.setDescription(it.description());
        event.setSequence(it.sequence());
        event.setLastModified(Date.from(lastModified));
        event.setTransparency(true);
        calendar.addEvent(event);
    }

    private static DateStart allDay(LocalDate day) {
        return new DateStart(new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false),
                false));
    }

    String text() {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(CHARACTERS_A_LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }
}
