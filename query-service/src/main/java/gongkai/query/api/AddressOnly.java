package gongkai.query.api;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * A question is what its address says. By default a header called {@code known}, or a parameter {@code !at}, would count
 * too, and a reading would be about another state than the one that is on record.
 */
@ControllerAdvice
class AddressOnly {

    @InitBinder
    void onlyParameters(WebDataBinder binder) {
        binder.setFieldDefaultPrefix(null);
        binder.setFieldMarkerPrefix(null);
        if (binder instanceof ExtendedServletRequestDataBinder it) {
            it.addHeaderPredicate(_ -> false);
        }
    }
}
