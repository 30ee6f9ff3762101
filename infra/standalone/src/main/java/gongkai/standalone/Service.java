package gongkai.standalone;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the two services, as a Spring context of its own in this process.
 *
 * @param clock in place of the service's own
 */
record Service(Class<?> main, String configuration, Map<String, Object> properties, Optional<Clock> clock) {

    ConfigurableApplicationContext start() {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(main)
                .main(main)
                .bannerMode(Banner.Mode.OFF)
                // One hook of our own stops everything, in order.
                .registerShutdownHook(false)
                .initializers(this::giveClock)
                .run(withConfiguration(arguments));
    }

    private void giveClock(ConfigurableApplicationContext context) {
        clock.ifPresent(it -> context.getBeanFactory().registerSingleton("clock", it));
    }

    /** On the command line, so that no variable of the environment gives both services the same one. */
    private String[] withConfiguration(String[] arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "--spring.config.name=" + configuration;
        return all;
    }
}
