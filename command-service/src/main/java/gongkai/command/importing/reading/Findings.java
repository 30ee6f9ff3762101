package gongkai.command.importing.reading;

import gongkai.event.Finding;
import gongkai.event.FindingCode;

/** Findings speak the language of those who answer them. */
final class Findings {

    private Findings() {}

    static Finding of(FindingCode code, String cell, String message, String suggestion) {
        return new Finding(code, code.severity(), cell, message, suggestion);
    }
}
