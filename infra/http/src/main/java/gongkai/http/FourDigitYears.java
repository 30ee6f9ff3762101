package gongkai.http;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.Formatter;

/** Dates are asked for as 2019-03-20; those of other years than a database keeps, and the day after the last, are none. */
class FourDigitYears implements Formatter<LocalDate> {

    private static final int DIGITS = "2019-03-20".length();

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        try {
            if (text.length() == DIGITS) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // As one that has another length.
        }
        throw new ParseException(text, 0);
    }

    @Override
    public String print(LocalDate date, Locale locale) {
        return date.toString();
    }
}
