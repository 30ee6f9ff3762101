package gongkai.command.importing.reading;

import gongkai.command.importing.reading.LimitReading.Question;
import gongkai.event.Finding;
import gongkai.event.FindingCode;

/** Findings speak the language of those who answer them. */
final class Findings {

    private Findings() {}

    static Finding of(FindingCode code, String cell, String message, String suggestion) {
        return new Finding(code, code.severity(), cell, message, suggestion);
    }

    static Finding of(Question it, String cell) {
        return of(it.code(), cell, it.message(), it.suggestion());
    }
}
