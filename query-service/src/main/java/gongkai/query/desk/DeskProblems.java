package gongkai.query.desk;

import gongkai.http.ProblemException;
import gongkai.query.dashboard.NoPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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

    private static final Map<String, String> SENTENCES = Map.of(
            "JURISDICTION_UNKNOWN", "没有这个行政区划的台账。请先在工作台登记行政区划。",
            "UNIT_UNKNOWN", "单位目录中没有这个单位。请从工作台选择。",
            "PLAN_UNKNOWN", "没有这份任务分解表。请先上传。",
            "OBLIGATION_UNKNOWN", "没有这个责任事项。请从工作台选择单位，再选事项。",
            "POSITION_NOT_REACHED", "已经记入台账，页面还在更新。请稍后刷新，不要重复登记。");

    @ExceptionHandler
    ModelAndView problem(ProblemException problem) {
        var properties = problem.getBody().getProperties();
        var code = properties == null ? "" : String.valueOf(properties.get("code"));
        return page(problem.getStatusCode(), SENTENCES.getOrDefault(code, "工作台没有这个页面。"));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView oddAddress() {
        return page(HttpStatus.NOT_FOUND, "工作台没有这个页面。");
    }

    /** More than is swallowed, so that what was typed cannot be shown again; the browser's own page still has it. */
    @ExceptionHandler(MultipartException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "提交的内容太大，没有收下：文件最大 20 MB。按浏览器的“后退”，填写的内容还在。");
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(Exception failure, HttpServletRequest request) {
        var status = HttpStatusCode.valueOf(NoPage.statusOf(failure, request));
        return page(status, status.is5xxServerError() ? "工作台出了故障，没有登记。请稍后再试。" : "提交的内容无法读取。请回到工作台重新填写。");
    }

    private static ModelAndView page(HttpStatusCode status, String sentence) {
        var page = new ModelAndView("desk-problem").addObject("sentence", sentence);
        page.setStatus(status);
        return page;
    }
}
