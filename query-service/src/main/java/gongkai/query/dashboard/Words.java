package gongkai.query.dashboard;

import gongkai.event.FindingSeverity;
import gongkai.event.InterpretationForm;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.UnitKind;
import gongkai.query.bulletin.figure.Fault;
import gongkai.query.bulletin.figure.Figure;
import gongkai.query.obligation.Evidence;
import gongkai.query.reading.ReadingKind;
import gongkai.query.trail.change.Trait;
import gongkai.query.wording.Wording;
import gongkai.status.Slip;
import gongkai.status.Status;
import gongkai.time.ChinaTime;
import gongkai.time.DayReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The domain's words and dates in the language of the page; Chinese ones are {@link Wording}'s. */
@Component("words")
public class Words {

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Wording chinese;
    private final MessageSource messages;

    Words(Wording chinese, MessageSource messages) {
        this.chinese = chinese;
        this.messages = messages;
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** @throws IllegalArgumentException when it is no word of the domain */
    public String of(Enum<?> word) {
        if (english()) {
            return message("word." + word.getDeclaringClass().getSimpleName() + "." + word.name());
        }
        return switch (word) {
            case Status it -> chinese.of(it);
            case Slip it -> chinese.of(it);
            case Fault it -> chinese.of(it);
            case Figure it -> chinese.of(it);
            case UnitKind it -> chinese.of(it);
            case Role it -> chinese.of(it);
            case Evidence.Kind it -> chinese.of(it);
            case InterpretationForm it -> chinese.of(it);
            case RequirementKind it -> chinese.of(it);
            case FindingSeverity it -> chinese.of(it);
            case DayReason it -> chinese.of(it);
            case ReviewOutcome it -> chinese.of(it);
            case ReadingKind it -> chinese.of(it);
            case Trait it -> chinese.of(it);
            default -> throw new IllegalArgumentException("There is no word for " + word);
        };
    }

    public String of(Requirement it) {
        if (!english()) {
            return chinese.of(it);
        }
        var forms = it.forms().stream().map(this::of).collect(Collectors.joining(", "));
        return of(it.kind())
                + (it.quota() > 1 ? ", at least " + it.quota() + " times" : "")
                + (forms.isEmpty() ? "" : " (" + forms + ")");
    }

    /** An event's type as its trail shows it. */
    public String ofType(String type) {
        return english() ? type.replaceFirst("^gongkai\\.", "").replaceFirst("\\.v\\d+$", "") : chinese.ofType(type);
    }

    /** A value of the trait; what stands in a document or was typed is as it was written. */
    public String value(Trait trait, String value) {
        return english() ? english(trait, value) : chinese.value(trait, value);
    }

    private String english(Trait trait, String value) {
        return switch (trait) {
            case STATUS -> of(Status.valueOf(value));
            case ROLE -> of(Role.valueOf(value));
            case KIND -> of(UnitKind.valueOf(value));
            case REVIEW -> of(ReviewOutcome.valueOf(value));
            case ISSUED_ON -> day(LocalDate.parse(value));
            case ACKNOWLEDGED, CLOSED -> moment(OffsetDateTime.parse(value));
            case DUE -> value.contains("T") ? moment(OffsetDateTime.parse(value)) : day(LocalDate.parse(value));
            case EVIDENCE, QUESTIONS, BULLETINS, ROW -> value;
            default -> chinese.value(trait, value);
        };
    }

    /** The language of the trait's values: null where they are in the page's own. */
    public @Nullable String language(Trait trait) {
        return switch (trait) {
            case STATUS,
                    ROLE,
                    KIND,
                    REVIEW,
                    ISSUED_ON,
                    ACKNOWLEDGED,
                    CLOSED,
                    DUE,
                    EVIDENCE,
                    QUESTIONS,
                    BULLETINS,
                    ROW -> null;
            default -> CHINESE.toLanguageTag();
        };
    }

    /** A task by its place in the table and its category, which stays as it is written. */
    String row(int row, String category) {
        return messages.getMessage("row.title", new Object[] {row, category}, LocaleContextHolder.getLocale());
    }

    String removedTask() {
        return message("trail.taskRemoved");
    }

    public String day(LocalDate day) {
        return english() ? DAY.format(day) : chinese.day(day);
    }

    public String month(YearMonth month) {
        return english() ? MONTH.format(month) : chinese.month(month);
    }

    public String month(OffsetDateTime moment) {
        return month(YearMonth.from(moment.atZoneSameInstant(ChinaTime.ZONE)));
    }

    public String moment(OffsetDateTime moment) {
        return english() ? MOMENT.format(moment.atZoneSameInstant(ChinaTime.ZONE)) : chinese.moment(moment);
    }

    public String moment(Instant moment) {
        return moment(ChinaTime.at(moment));
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
