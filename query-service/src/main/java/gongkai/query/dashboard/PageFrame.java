package gongkai.query.dashboard;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Caller;
import gongkai.http.access.OpenAddresses;
import gongkai.query.record.RecordStore;
import gongkai.time.ChinaTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * What every page has, whichever room makes it: no cache, its place in time for the layout, and its language.
 */
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {

    private static final String[] PAGES = {
        "/", "/jurisdictions/**", "/units/**", "/plans/**", "/tasks/**", "/obligations/**", "/desk", "/desk/**"
    };
    private static final String LANGUAGE = "lang";
    private static final Set<String> NOT_KEPT = Set.of("at", "known", "minPosition", "cursor", LANGUAGE);

    private final RecordStore records;
    private final InstantSource clock;
    private final OpenAddresses addresses;

    PageFrame(
            RecordStore records,
            InstantSource clock,
            AccessMatrix matrix,
            SpringTemplateEngine templates,
            ThymeleafViewResolver views) {
        this.records = records;
        this.clock = clock;
        addresses = new OpenAddresses(matrix);
        templates.setLinkBuilder(new TimeKeepingLinks());
        templates.addDialect(new OfferedLinks());
        // A page is HTML, also at an address that ends in .json.
        views.setForceContentType(true);
    }

    /** Chinese until a person asks for another language; the API goes by what its client accepts. */
    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("gongkai-lang");
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(
                request -> request.getRequestURI().startsWith("/api/") ? request.getLocale() : Words.CHINESE);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName(LANGUAGE);
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).addPathPatterns(PAGES).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader(
                                HttpHeaders.CACHE_CONTROL,
                                CacheControl.noStore().getHeaderValue());
                        request.setAttribute(Look.ATTRIBUTE, look(request));
                        return true;
                    }

                    // A form that could not be taken just now.
                    @Override
                    public void postHandle(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable ModelAndView page) {
                        if (page != null && HttpStatus.SERVICE_UNAVAILABLE.equals(page.getStatus())) {
                            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                        }
                    }
                })
                .addPathPatterns(PAGES)
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    private Look look(HttpServletRequest request) {
        var today = ChinaTime.dateOf(clock.instant());
        var caller = Caller.current();
        return new Look(
                asked(request, "at"),
                asked(request, "known"),
                today,
                records.recordedAt(0).map(ChinaTime::dateOf).orElse(today),
                request.getRequestURI(),
                others(request),
                caller.name(),
                address -> addresses.areFor(caller, address),
                travels(request.getRequestURI()));
    }

    /** People work at the desk now; what compares two times asks for both itself. */
    private static boolean travels(String path) {
        return !path.startsWith("/desk") && !path.endsWith("/difference");
    }

    private static Optional<String> asked(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(it -> !it.isBlank());
    }

    private static List<Map.Entry<String, String>> others(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(it -> !NOT_KEPT.contains(it.getKey()))
                .flatMap(it -> Arrays.stream(it.getValue()).map(value -> Map.entry(it.getKey(), value)))
                .toList();
    }
}
