package gongkai.http.access;

import gongkai.http.ProblemCode;
import gongkai.http.ProblemException;

/** Somebody whom we know asked for what is not theirs, or asked too often: also put in the log, see {@link RefusalLog}. */
final class AccessRefused extends ProblemException {

    private final ProblemCode code;

    AccessRefused(ProblemCode code, String detail) {
        super(code, detail);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
