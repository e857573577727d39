package org.exchangehub.core.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** The one place where an exception becomes an answer; an unforeseen one tells the client its trace id and no more. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemRenderer renderer;

    ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> hub(HubProblem problem, HttpServletRequest request) {
        return renderer.entity(request, problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(MethodArgumentNotValidException refused, HttpServletRequest request) {
        List<FieldError> errors = refused.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(
                        "/" + error.getField().replace('.', '/').replaceAll("\\[(\\d+)]", "/$1"),
                        Objects.requireNonNullElse(error.getDefaultMessage(), "a valid value"),
                        null))
                .toList();
        return answer(request, ErrorCode.REQUEST_INVALID, "The body is not valid: " + summary(errors), errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(HandlerMethodValidationException refused, HttpServletRequest request) {
        List<FieldError> errors = refused.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .map(message -> new FieldError(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), ""),
                                Objects.requireNonNullElse(message, "a valid value"),
                                null)))
                .toList();
        return answer(request, ErrorCode.REQUEST_INVALID, "The request is not valid: " + summary(errors), errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(ConstraintViolationException refused, HttpServletRequest request) {
        return answer(
                request, ErrorCode.REQUEST_INVALID, "The request is not valid: " + refused.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mismatch(MethodArgumentTypeMismatchException refused, HttpServletRequest request) {
        Class<?> required = refused.getRequiredType();
        String expected = required == null ? "another type" : "a " + required.getSimpleName();
        List<FieldError> errors = List.of(new FieldError(refused.getName(), expected, null));
        return answer(request, ErrorCode.REQUEST_INVALID, refused.getName() + " must be " + expected + ".", errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(MissingServletRequestParameterException refused, HttpServletRequest request) {
        return missing(request, "query parameter", refused.getParameterName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(MissingRequestHeaderException refused, HttpServletRequest request) {
        return missing(request, "header", refused.getHeaderName());
    }

    /** JSON that cannot be read as such is 400; JSON whose members are of the wrong kind is 422 and says where. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException refused, HttpServletRequest request) {
        if (refused.getCause() instanceof HubProblem problem) {
            return renderer.entity(request, problem);
        }
        if (refused.getCause() instanceof JacksonException json && !(json instanceof StreamReadException)) {
            String pointer = json.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                    .reduce("", (path, step) -> path + "/" + step);
            List<FieldError> errors = List.of(new FieldError(pointer, json.getOriginalMessage(), null));
            return answer(request, ErrorCode.REQUEST_INVALID, "The body is not valid: " + summary(errors), errors);
        }
        return answer(request, ErrorCode.REQUEST_UNPARSABLE, "The body cannot be parsed as JSON.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unknown(NoResourceFoundException refused, HttpServletRequest request) {
        return answer(request, ErrorCode.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> method(HttpRequestMethodNotSupportedException refused, HttpServletRequest request) {
        return answer(request, ErrorCode.METHOD_NOT_ALLOWED, refused.getMethod() + " is not possible here.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> type(HttpMediaTypeNotSupportedException refused, HttpServletRequest request) {
        return answer(
                request,
                ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                "Expected a body of type " + refused.getSupportedMediaTypes() + ", found " + refused.getContentType()
                        + ".",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> accept(HttpMediaTypeNotAcceptableException refused, HttpServletRequest request) {
        return answer(
                request, ErrorCode.NOT_ACCEPTABLE, "This answers " + refused.getSupportedMediaTypes() + ".", List.of());
    }

    /** The database is away, starting again, or has cut the connection: whatever was asked may be asked again. */
    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemBody> database(Exception away, HttpServletRequest request) {
        LOG.warn("{} {}: the database is away: {}", request.getMethod(), request.getRequestURI(), away.toString());
        return answer(
                request,
                ErrorCode.DATABASE_UNAVAILABLE,
                "The hub's database does not answer now; ask again in a moment.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unforeseen(Exception failure, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                request,
                ErrorCode.INTERNAL,
                "Something went wrong in the hub; its operator finds it by the trace id.",
                List.of());
    }

    private ResponseEntity<ProblemBody> missing(HttpServletRequest request, String what, String name) {
        return answer(
                request,
                ErrorCode.REQUEST_INVALID,
                "The " + what + " " + name + " is missing.",
                List.of(new FieldError(name, "a value", null)));
    }

    private ResponseEntity<ProblemBody> answer(
            HttpServletRequest request, ErrorCode code, String detail, List<FieldError> errors) {
        return renderer.entity(request, new HubProblem(code, detail, errors));
    }

    private static String summary(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.pointer() + ": " + error.expected())
                .reduce((left, right) -> left + "; " + right)
                .orElse("see errors");
    }
}
