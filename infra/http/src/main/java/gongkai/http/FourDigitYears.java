package gongkai.http;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Dates are asked for as 2019-03-20; those of other years than a database keeps, and the day after the last, are none. */
@ControllerAdvice
class FourDigitYears {

    private static final int DIGITS = "2019-03-20".length();

    @InitBinder
    void readDates(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.isBlank() ? null : dateOf(text));
            }
        });
    }

    private static LocalDate dateOf(String text) {
        try {
            if (text.length() == DIGITS) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // As one that has another length.
        }
        throw new IllegalArgumentException(text);
    }
}
