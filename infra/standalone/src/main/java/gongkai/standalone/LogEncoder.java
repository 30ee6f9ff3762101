package gongkai.standalone;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The encoder that the format asks for; logback.xml, which names this one, cannot choose between two. */
public final class LogEncoder extends EncoderBase<ILoggingEvent> {

    private LogFormat format = LogFormat.LINES;
    private String pattern = "%msg%n";
    private @Nullable Encoder<ILoggingEvent> chosen;

    public void setFormat(String name) {
        format = LogFormat.named(name).orElseThrow();
    }

    /** Of {@link LogFormat#LINES}. */
    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public void start() {
        var encoder = format == LogFormat.LINES ? lines() : ecs();
        encoder.setContext(getContext());
        encoder.start();
        chosen = encoder;
        super.start();
    }

    private Encoder<ILoggingEvent> lines() {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        encoder.setCharset(StandardCharsets.UTF_8);
        return encoder;
    }

    /** Spring Boot's own wants an environment, and this program logs before it has one. */
    private Encoder<ILoggingEvent> ecs() {
        getContext().putObject(Environment.class.getName(), new StandardEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setFormat(format.id());
        return encoder;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return chosen == null ? new byte[0] : chosen.encode(event);
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
