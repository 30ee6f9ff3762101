package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.desk.command.Plainly;
import gongkai.query.desk.command.Refusal;
import gongkai.query.desk.form.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the desk's pages have in common: they speak of now, and show a refused form again with all that was typed. */
@Component
class DeskPages {

    private final AsOfResolver times;

    DeskPages(AsOfResolver times) {
        this.times = times;
    }

    /** Now; once {@code minPosition} is here, if it is given. */
    AnsweredAsOf now(@Nullable Long minPosition) {
        return times.resolve(new AsOfQuery(null, null, minPosition));
    }

    AnsweredAsOf now() {
        return now(null);
    }

    static ModelAndView page(String template, AnsweredAsOf asOf, Map<String, ?> model) {
        return new ModelAndView(template).addAllObjects(model).addObject("asOf", asOf);
    }

    /** Read on there: a reload does not send the form again. */
    static ModelAndView seeOther(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** A page whose form was not taken. */
    static ModelAndView refused(ModelAndView page, int status) {
        page.setStatus(HttpStatus.valueOf(status >= 500 ? HttpStatus.SERVICE_UNAVAILABLE.value() : 422));
        return page;
    }

    static Form refused(Form form, Refusal refusal) {
        var told = form.with(Plainly.of(refusal, form.fields()));
        return refusal.code().equals("IDEMPOTENCY_KEY_REUSED") ? told.anew() : told;
    }
}
