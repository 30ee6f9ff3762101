package gongkai.http.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import io.github.bucket4j.Bucket;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;

/** No caller takes all of a service: each has so many requests a second, and as many as ten seconds give when they come at once. */
final class RequestRate implements HandlerInterceptor {

    private static final int SECONDS_AT_ONCE = 10;
    private static final int CALLERS = 10_000;

    private final LoadingCache<String, Bucket> callers;

    /** @param perSecond of one caller */
    RequestRate(int perSecond) {
        callers = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(Duration.ofSeconds(SECONDS_AT_ONCE))
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity((long) perSecond * SECONDS_AT_ONCE)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken) {
            require(Caller.current().id());
        }
        return true;
    }

    boolean hasRoomFor(String caller) {
        return callers.get(caller).tryConsume(1);
    }

    /** @throws ProblemException when they asked too often */
    void require(String caller) {
        var taken = callers.get(caller).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill());
            throw new AccessRefused(
                            CommonProblem.TOO_MANY_REQUESTS,
                            "You (%s) asked too often. Come again after %d seconds, and not so many times at once."
                                    .formatted(caller, Math.max(1, wait.toSeconds())))
                    .retryAfter(wait);
        }
    }
}
