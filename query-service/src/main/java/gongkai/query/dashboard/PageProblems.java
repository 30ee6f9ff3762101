package gongkai.query.dashboard;

import gongkai.http.ProblemException;
import gongkai.query.asof.QueryProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person sees instead of a problem document. */
@ControllerAdvice(assignableTypes = {PageController.class, TrailPageController.class})
@Order(0)
class PageProblems {

    private static final Map<String, String> SENTENCES = Map.of(
            QueryProblem.JURISDICTION_UNKNOWN.name(), "没有这个行政区划，或者在所问的时间还没有它的台账。",
            QueryProblem.UNIT_UNKNOWN.name(), "单位目录中没有这个单位；请从县级页面选择。",
            QueryProblem.OBLIGATION_UNKNOWN.name(), "没有这个责任事项；请从单位页面选择。",
            QueryProblem.TASK_UNKNOWN.name(), "没有这个任务；请从任务分解表页面选择。",
            QueryProblem.PLAN_UNKNOWN.name(), "没有这张任务分解表；请从县级页面选择。",
            QueryProblem.BULLETIN_UNKNOWN.name(), "没有签发过这一期通报；请从县级页面选择。",
            QueryProblem.TIME_INVALID.name(), "时间写法不对：请用 2019-05-02，或 2019-05-02T17:00:00+08:00。",
            QueryProblem.TIME_IN_FUTURE.name(), "只能查看已经过去的时间。",
            QueryProblem.POSITION_NOT_REACHED.name(), "刚登记的内容还在处理，请稍后刷新。");

    @ExceptionHandler
    String problem(ProblemException problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.getStatusCode().value());
        var properties = problem.getBody().getProperties();
        var code = properties == null ? "" : String.valueOf(properties.get("code"));
        model.addAttribute("sentence", SENTENCES.getOrDefault(code, "页面无法显示。"));
        return "problem";
    }
}
