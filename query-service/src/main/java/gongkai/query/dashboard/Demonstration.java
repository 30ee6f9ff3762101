package gongkai.query.dashboard;

import gongkai.query.record.RecordStore;
import org.springframework.stereotype.Component;

/** Whether what is shown is invented, which every page must say: a county's name in the ledger says so (decision 0034). */
@Component("demonstration")
public class Demonstration {

    private static final String MARK = "演示数据";

    private final RecordStore records;

    Demonstration(RecordStore records) {
        this.records = records;
    }

    public boolean isOn() {
        return records.jurisdictions().stream()
                .flatMap(it -> records.jurisdiction(it, Long.MAX_VALUE).stream())
                .anyMatch(it -> it.name().contains(MARK));
    }
}
