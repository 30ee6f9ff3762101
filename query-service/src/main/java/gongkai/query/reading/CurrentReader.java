package gongkai.query.reading;

import org.springframework.stereotype.Component;

/**
 * Who is reading. Nobody is asked for a name yet, and the record says so; this is the one place that will know. What a
 * request claims by itself, in a header or by the address that it comes from, is no identity.
 */
@Component
class CurrentReader {

    String name() {
        return "anonymous";
    }
}
