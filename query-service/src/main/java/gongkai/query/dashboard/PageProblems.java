package gongkai.query.dashboard;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person sees instead of a problem document: a sentence that names the cure, in the language of the page. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(0)
class PageProblems {

    private static final Set<String> TIMELESS = Set.of(CommonProblem.FORBIDDEN.name(), CommonProblem.NOT_FOUND.name());

    @ExceptionHandler
    String problem(ProblemException problem, HttpServletResponse response, Model model) {
        NoPage.sayWhen(problem, response);
        var properties = problem.getBody().getProperties();
        var code = properties == null ? "" : String.valueOf(properties.get("code"));
        return page(problem.getStatusCode().value(), code, response, model);
    }

    @ExceptionHandler({TypeMismatchException.class, MethodArgumentNotValidException.class})
    String unreadable(HttpServletResponse response, Model model) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT.value(), "FIELD_INVALID", response, model);
    }

    /** What else the framework refuses; a failure of ours stands in the log, and on the page only that there was one. */
    @ExceptionHandler(Exception.class)
    String other(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(NoPage.statusOf(failure, request), "", response, model);
    }

    private static String page(int status, String code, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("code", code);
        // What is not for them, or not there, is so at every time.
        if (TIMELESS.contains(code)) {
            model.addAttribute("timeless", true);
        }
        return "problem";
    }
}
