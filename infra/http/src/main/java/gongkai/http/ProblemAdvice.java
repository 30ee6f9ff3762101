package gongkai.http;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Every failure leaves as a problem document with a {@code code}; what Spring refuses by itself gets one too. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Map<Integer, CommonProblem> BY_STATUS = Map.of(
            400, CommonProblem.REQUEST_MALFORMED,
            401, CommonProblem.UNAUTHENTICATED,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.REQUEST_TOO_LARGE,
            415, CommonProblem.MEDIA_TYPE_UNSUPPORTED,
            429, CommonProblem.TOO_MANY_REQUESTS,
            503, CommonProblem.TEMPORARILY_UNAVAILABLE);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        LOG.error("Unexpected failure at {}", request.getDescription(false), failure);
        var document = ProblemException.documentOf(
                CommonProblem.INTERNAL_ERROR, "The request was not carried out; the server's log says why.");
        return createResponseEntity(document, new HttpHeaders(), CommonProblem.INTERNAL_ERROR.status(), request);
    }

    /** Whose fault a failure is: the status of what was refused; empty for what failed on our side. */
    public static Optional<HttpStatusCode> refusal(Exception failure) {
        return switch (failure) {
            case ErrorResponse it -> Optional.of(it.getStatusCode());
            case InvalidParameterException _ -> Optional.of(HttpStatus.BAD_REQUEST);
            case MultipartException _ -> Optional.of(HttpStatus.BAD_REQUEST);
            case HttpMessageNotReadableException _ -> Optional.of(HttpStatus.BAD_REQUEST);
            case RequestRejectedException _ -> Optional.of(HttpStatus.BAD_REQUEST);
            default -> Optional.empty();
        };
    }

    @ExceptionHandler({InvalidParameterException.class, MultipartException.class, RequestRejectedException.class})
    @Nullable
    ResponseEntity<Object> unparsed(Exception failure, WebRequest request) {
        return handleExceptionInternal(failure, null, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldInvalid(
                failure.getFieldErrors().stream().map(ProblemAdvice::sentence),
                failure.getFieldErrors().stream().map(FieldError::getField),
                request);
    }

    private static String sentence(FieldError it) {
        return it.isBindingFailure()
                ? "«%s» cannot be «%s».".formatted(it.getField(), shown(it.getRejectedValue()))
                : "«%s» %s.".formatted(it.getField(), it.getDefaultMessage());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldInvalid(
                failure.getParameterValidationResults().stream()
                        .flatMap(it -> it.getResolvableErrors().stream().map(error -> sentence(it, error))),
                failure.getParameterValidationResults().stream()
                        .flatMap(it -> it.getResolvableErrors().stream().map(error -> nameOf(it, error))),
                request);
    }

    private static String sentence(ParameterValidationResult result, MessageSourceResolvable error) {
        return error instanceof FieldError inside
                ? sentence(inside)
                : "«%s» %s.".formatted(nameOf(result, error), error.getDefaultMessage());
    }

    /** Of a body's field, when it is the body that was looked into. */
    private static String nameOf(ParameterValidationResult result, MessageSourceResolvable error) {
        return error instanceof FieldError inside
                ? inside.getField()
                : String.valueOf(result.getMethodParameter().getParameterName());
    }

    private @Nullable ResponseEntity<Object> fieldInvalid(
            Stream<String> sentences, Stream<String> fields, WebRequest request) {
        var problem = CommonProblem.FIELD_INVALID;
        var document = ProblemException.documentOf(problem, sentences.sorted().collect(Collectors.joining(" ")));
        document.setProperty("fields", fields.sorted().distinct().toList());
        return createResponseEntity(document, new HttpHeaders(), problem.status(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var given = body == null && failure instanceof ErrorResponse response ? response.getBody() : body;
        var document = given instanceof ProblemDetail ours && hasCode(ours)
                ? ours
                : ProblemException.documentOf(commonProblem(status), detailOf(failure, given));
        return super.handleExceptionInternal(failure, document, headers, status, request);
    }

    private static boolean hasCode(ProblemDetail document) {
        return document.getProperties() != null && document.getProperties().containsKey("code");
    }

    static CommonProblem commonProblem(HttpStatusCode status) {
        return BY_STATUS.getOrDefault(
                status.value(),
                status.is4xxClientError() ? CommonProblem.REQUEST_MALFORMED : CommonProblem.INTERNAL_ERROR);
    }

    private static String detailOf(Exception failure, @Nullable Object body) {
        return switch (failure) {
            case HttpMessageNotReadableException it -> unreadable(it);
            case MissingServletRequestParameterException it ->
                "The field «" + it.getParameterName() + "» is missing; send it with a value.";
            case MissingServletRequestPartException it ->
                "The part «" + it.getRequestPartName() + "» is missing; send the file as multipart/form-data.";
            case MethodArgumentTypeMismatchException it ->
                "«%s» cannot be «%s»; %s is expected."
                        .formatted(it.getName(), shown(it.getValue()), formOf(it.getRequiredType()));
            case TypeMismatchException it -> "«" + it.getPropertyName() + "» cannot be «" + shown(it.getValue()) + "».";
            case MaxUploadSizeExceededException _ ->
                "The upload is larger than what is taken here; the operation's page tells how much that is.";
            case HttpMediaTypeNotSupportedException it ->
                "The body came as «%s»; send it as %s."
                        .formatted(
                                it.getContentType(),
                                it.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .collect(Collectors.joining(" or ")));
            case MultipartException _ ->
                "The body is not a readable multipart/form-data request; send the file in its part «file».";
            case InvalidParameterException _ ->
                "A field of the address or of the form is no «name=value» in percent-encoded UTF-8.";
            case RequestRejectedException _ ->
                "A header holds characters that no header may; send names and values in ASCII.";
            default ->
                body instanceof ProblemDetail document && document.getDetail() != null
                        ? document.getDetail()
                        : "The request was not understood.";
        };
    }

    /** What is sent several times comes as an array. */
    private static String shown(@Nullable Object value) {
        return value instanceof Object[] several
                ? Stream.of(several).map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static String formOf(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text without U+0000";
        }
        if (type == LocalDate.class) {
            return "a date like 2019-03-20";
        }
        if (type == int.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type != null && type.isEnum() ? "one of " + namesOf(type) : "another form";
    }

    private static String namesOf(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Names the field and what is wrong with it, never a Java class. */
    private static String unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof DatabindException cause
                && !cause.getPath().isEmpty()) {
            var field = cause.getPath().getLast().getPropertyName();
            if (cause instanceof InvalidFormatException wrong
                    && wrong.getTargetType() != null
                    && wrong.getTargetType().isEnum()) {
                return "The field «" + field + "» must be one of " + namesOf(wrong.getTargetType()) + ".";
            }
            return "The field «" + field + "» cannot be read: check its type and form (instants look like "
                    + "2019-05-06T09:00:00+08:00, dates like 2019-05-06).";
        }
        if (failure.getCause() instanceof JacksonException cause && cause.getLocation() != null) {
            return "The body is not valid JSON near line %d, column %d."
                    .formatted(
                            cause.getLocation().getLineNr(), cause.getLocation().getColumnNr());
        }
        return "A JSON body is expected and there is none that can be read.";
    }
}
