package gongkai.standalone;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of the two services, as a Spring context of its own in this process. */
record Service(Class<?> main, String configuration, Map<String, Object> properties) {

    ConfigurableApplicationContext start() {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(main)
                .main(main)
                .bannerMode(Banner.Mode.OFF)
                // One hook of our own stops everything, in order.
                .registerShutdownHook(false)
                .run(withConfiguration(arguments));
    }

    /** On the command line, so that no variable of the environment gives both services the same one. */
    private String[] withConfiguration(String[] arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "--spring.config.name=" + configuration;
        return all;
    }
}
