package gongkai.query.dashboard;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the one business clock is set apart from the real time, which every page must say. */
@Component("businessTime")
public class BusinessTime {

    private final Duration offset;

    BusinessTime(@Value("${gongkai.clock-offset}") Duration offset) {
        this.offset = offset;
    }

    public boolean isSet() {
        return !offset.isZero();
    }
}
