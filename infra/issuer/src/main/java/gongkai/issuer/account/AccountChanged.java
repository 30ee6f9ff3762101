package gongkai.issuer.account;

import java.util.UUID;

/** Something of an account is other than before, by whoever asks just now. */
public record AccountChanged(UUID account, What what) {

    public enum What {
        OPENED,
        ONE_TIME_PASSWORD_GIVEN,
        PASSWORD_CHOSEN,
        ROLES_CHANGED,
        CLOSED,
        OPENED_AGAIN,
        DELETED
    }
}
