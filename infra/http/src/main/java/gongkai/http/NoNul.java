package gongkai.http;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** U+0000 is in no name, id or text that is asked for, and PostgreSQL cannot take it. */
@ControllerAdvice
class NoNul {

    @InitBinder
    void refuseNul(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("U+0000");
                }
                setValue(text);
            }
        });
    }
}
