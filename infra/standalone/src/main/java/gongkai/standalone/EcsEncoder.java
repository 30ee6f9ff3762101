package gongkai.standalone;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Spring Boot's own, which wants an environment, in a program that logs before it has one; logback.xml names it. */
public final class EcsEncoder extends StructuredLogEncoder {

    public EcsEncoder() {
        setFormat("ecs");
    }

    @Override
    public void start() {
        getContext().putObject(Environment.class.getName(), new StandardEnvironment());
        super.start();
    }
}
