package gongkai.query.reading;

import gongkai.event.Identifier;
import gongkai.http.access.Caller;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.person.Persons;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer that has to be on record until it is: nothing is handed out that nobody will know of. */
@Component
class RecordedAnswers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedAnswers.class);

    /** The id of whatever the path is about. */
    private static final Pattern SUBJECT =
            Pattern.compile("(?:/api)?/(?:jurisdictions|units|obligations|tasks|plans)/(\\d{6})(?:[-/].*)?");

    private final ReadingDesk desk;
    private final Persons persons;

    RecordedAnswers(ReadingDesk desk, Persons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = kindOf(request);
        if (kind.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (!isRead(request, kind.get(), answer) || isOnRecord(request, kind.get(), answer)) {
            answer.copyBodyToResponse();
        } else {
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static Optional<ReadingKind> kindOf(HttpServletRequest request) {
        var namesMoment = request.getParameter("at") != null || request.getParameter("known") != null;
        return request.getMethod().equals("GET")
                ? ReadingKind.of(request.getRequestURI(), namesMoment)
                : Optional.empty();
    }

    /** A refusal is no answer, nor is what asks for no state, whatever parameters it was sent. */
    private static boolean isRead(HttpServletRequest request, ReadingKind kind, HttpServletResponse answer) {
        return answer.getStatus() == HttpServletResponse.SC_OK
                && (kind != ReadingKind.AS_OF || AsOfResolver.lastOf(request).isPresent());
    }

    private boolean isOnRecord(HttpServletRequest request, ReadingKind kind, ContentCachingResponseWrapper answer)
            throws IOException {
        try {
            var asOf = AsOfResolver.lastOf(request).orElseThrow();
            var caller = Caller.current();
            var sha256 = sha256(answer);
            var question = questionOf(request);
            var codes = desk.countiesOf(jurisdictionOf(request));
            codes.forEach(persons::introduce);
            desk.enter(codes.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            code -> Reading.of(
                                    caller.actorIn(code), kind, question, asOf, sha256, answer.getContentSize()))));
            return true;
        } catch (RuntimeException e) {
            LOG.error("An answer is not given, since it cannot be put on record", e);
            return false;
        }
    }

    private static String questionOf(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** Of the path, else of the parameters; none: all. */
    private static Optional<String> jurisdictionOf(HttpServletRequest request) {
        var path = SUBJECT.matcher(request.getRequestURI());
        return path.matches()
                ? Optional.of(path.group(1))
                : Stream.of("jurisdiction", "unit")
                        .flatMap(it -> Stream.ofNullable(request.getParameter(it)))
                        .map(Identifier::jurisdictionOf)
                        .findFirst();
    }

    private static String sha256(ContentCachingResponseWrapper answer) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            answer.getContentInputStream().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
