package gongkai.query.desk;

import gongkai.http.ProblemException;
import gongkai.query.dashboard.NoPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when there is no page to show. */
@ControllerAdvice(basePackageClasses = DeskProblems.class)
@Order(0)
class DeskProblems {

    private static final Set<String> SAID = Set.of(
            "FORBIDDEN",
            "JURISDICTION_UNKNOWN",
            "UNIT_UNKNOWN",
            "PLAN_UNKNOWN",
            "OBLIGATION_UNKNOWN",
            "POSITION_NOT_REACHED");

    @ExceptionHandler
    ModelAndView problem(ProblemException problem, HttpServletResponse response) {
        NoPage.sayWhen(problem, response);
        var properties = problem.getBody().getProperties();
        var code = properties == null ? "" : String.valueOf(properties.get("code"));
        return page(problem.getStatusCode(), "desk.problem." + (SAID.contains(code) ? code : "NOT_FOUND"));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView oddAddress() {
        return page(HttpStatus.NOT_FOUND, "desk.problem.NOT_FOUND");
    }

    /** More than is swallowed, so that what was typed cannot be shown again; the browser's own page still has it. */
    @ExceptionHandler(MultipartException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "desk.problem.TOO_LARGE");
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(Exception failure, HttpServletRequest request) {
        var status = HttpStatusCode.valueOf(NoPage.statusOf(failure, request));
        return page(status, status.is5xxServerError() ? "desk.problem.FAILURE" : "desk.problem.UNREADABLE");
    }

    private static ModelAndView page(HttpStatusCode status, String sentence) {
        var page = new ModelAndView("desk-problem").addObject("sentence", sentence);
        page.setStatus(status);
        return page;
    }
}
