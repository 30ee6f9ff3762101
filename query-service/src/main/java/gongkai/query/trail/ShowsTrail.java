package gongkai.query.trail;

import gongkai.http.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every trail may be refused for, beside that nothing is known of whose it is. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "TIME_INVALID", "TIME_IN_FUTURE", "POSITION_NOT_REACHED"})
@interface ShowsTrail {}
