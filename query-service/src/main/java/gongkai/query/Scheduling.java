package gongkai.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Threads for what runs by the clock; a task that waits for a broker must not keep the others from running. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

    private static final int THREADS = 4;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("clock-");
        return scheduler;
    }
}
