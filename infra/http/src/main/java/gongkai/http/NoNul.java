package gongkai.http;

import org.springframework.core.convert.converter.Converter;

/** U+0000 is in no name, id or text that is asked for, and PostgreSQL cannot take it. */
class NoNul implements Converter<String, String> {

    @Override
    public String convert(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("U+0000");
        }
        return text;
    }
}
