package gongkai.http;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Problem documents from every layer: controllers, filters, and Tomcat itself. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemAdvice.class,
    ProblemErrorController.class,
    BodyBound.class,
    SafeHeaders.class,
    OtherSites.class,
    UnreadableRequests.class,
    NoNul.class,
    FourDigitYears.class
})
public class ProblemConfiguration implements WebMvcConfigurer {

    /** An Accept that cannot be read is as good as none (RFC 9110, 12.5.1); otherwise its sender would not hear what is wrong. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        var header = new HeaderContentNegotiationStrategy();
        negotiation.strategies(List.of(request -> {
            try {
                return header.resolveMediaTypes(request);
            } catch (HttpMediaTypeNotAcceptableException _) {
                return ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
            }
        }));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerProblemValve.class.getName());
                }
            });
            // Beyond the eleventh language Tomcat would fail; what a request's head may hold bounds them as well.
            factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(Integer.MAX_VALUE));
        };
    }
}
